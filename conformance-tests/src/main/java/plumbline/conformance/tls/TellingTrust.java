package plumbline.conformance.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import plumbline.conformance.result.RunSetting;

/** Trusts whom another trusts, and says in plain words why not. */
final class TellingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;

    TellingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw new UntrustedException(reason(chain));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw new UntrustedException(reason(chain));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw new UntrustedException(reason(chain));
        }
    }

    private static String reason(X509Certificate[] chain) {
        X509Certificate first = chain[0];
        String name =
                "the server's certificate (" + first.getSubjectX500Principal().getName() + ") ";
        try {
            first.checkValidity();
        } catch (CertificateExpiredException e) {
            return name + "has expired, on " + first.getNotAfter().toInstant();
        } catch (CertificateNotYetValidException e) {
            return name + "is not valid before " + first.getNotBefore().toInstant();
        }
        X509Certificate last = chain[chain.length - 1];
        boolean isItsOwn = last.getIssuerX500Principal().equals(first.getSubjectX500Principal());
        return name
                + (isItsOwn
                        ? "is signed by itself"
                        : "is issued by " + last.getIssuerX500Principal().getName())
                + ", which is not trusted: name the file of the issuer's certificate with " + RunSetting.AUTHORITIES
                + ", or check no certificates with " + RunSetting.INSECURE;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
