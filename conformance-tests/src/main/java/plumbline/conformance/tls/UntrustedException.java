package plumbline.conformance.tls;

import java.io.Serial;
import java.security.cert.CertificateException;

/** The certificate of a server is issued by nobody who is trusted; says by whom. */
public final class UntrustedException extends CertificateException {
    @Serial
    private static final long serialVersionUID = 1;

    UntrustedException(String message) {
        super(message);
    }
}
