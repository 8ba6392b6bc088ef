package plumbline.conformance.target;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a target are made.
 *
 * @param authorities the file of certificates, in PEM or PKCS#12, whose issuers are trusted in place of those of Java;
 *     null for those of Java
 * @param identity the certificate that is shown to the target; null if none is
 * @param isInsecure whether certificates of the target are not checked at all
 * @param proxies the proxies that are on the way
 */
public record Connection(
        @Nullable Path authorities, @Nullable Identity identity, boolean isInsecure, Proxies proxies) {
    /**
     * A certificate of ours. Its text form shows no password.
     *
     * @param certificate a file in PEM, or in PKCS#12 with its key
     * @param key the file of the key in PEM; null if the key is in the same file
     * @param password what the key is encrypted with; empty if it is not
     */
    public record Identity(Path certificate, @Nullable Path key, String password) {
        @Override
        public String toString() {
            return certificate.toString();
        }
    }

    /** {@return a connection as Java makes it} */
    public static Connection standard() {
        return new Connection(null, null, false, Proxies.none());
    }

    /** {@return the same, where certificates issued by those in this file are trusted, and no others} */
    public Connection withAuthorities(Path file) {
        return new Connection(file, identity, isInsecure, proxies);
    }

    /** {@return the same, where this certificate is shown to targets that ask for one} */
    public Connection withCertificate(Identity shown) {
        return new Connection(authorities, shown, isInsecure, proxies);
    }

    /** {@return the same, where certificates of the target are not checked: whoever is in between may answer for it} */
    public Connection insecure() {
        return new Connection(authorities, identity, true, proxies);
    }

    public Connection withProxies(Proxies others) {
        return new Connection(authorities, identity, isInsecure, others);
    }
}
