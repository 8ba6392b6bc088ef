package plumbline.conformance.tls;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Connection;
import plumbline.text.UnusableInputException;

/** Makes of files what Java needs for secure connections. */
public final class TlsContext {
    private TlsContext() {}

    /**
     * {@return the context for connections that are made in this way}
     *
     * @throws UnusableInputException if a file cannot be used
     */
    public static SSLContext of(Connection connection) {
        KeyManager @Nullable [] keys = keys(connection.identity());
        TrustManager trust =
                connection.isInsecure() ? new AnyTrust() : new TellingTrust(trust(connection.authorities()));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no TLS", e);
        }
    }

    private static X509ExtendedTrustManager trust(@Nullable Path file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file == null ? null : CertificateFile.authorities(file));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("no certificates can be read from " + file, e);
        }
    }

    private static KeyManager @Nullable [] keys(Connection.@Nullable Identity identity) {
        if (identity == null) {
            return ownOfJava();
        }
        try {
            char[] password = identity.password().toCharArray();
            return managers(CertificateFile.identity(identity), password);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("no certificate with its key can be read from " + identity, e);
        }
    }

    /** What Java itself was told to show, as Java does where no context is made. */
    private static KeyManager @Nullable [] ownOfJava() {
        String file = System.getProperty("javax.net.ssl.keyStore", "");
        if (file.isEmpty() || !new File(file).isFile()) {
            return null;
        }
        char[] password =
                System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray();
        try {
            return managers(KeyStore.getInstance(new File(file), password), password);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("no certificate with its key can be read from " + file, e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static UnusableInputException unusable(String message, Exception cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new UnusableInputException(message + ": " + reason);
    }
}
