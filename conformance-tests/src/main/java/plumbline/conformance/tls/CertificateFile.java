package plumbline.conformance.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Connection;
import plumbline.text.RegularFiles;

/** Reads certificates and keys from files in PEM or PKCS#12. */
final class CertificateFile {
    private static final String PEM = "-----BEGIN ";

    private CertificateFile() {}

    /** {@return the certificates in a file, as those whom to trust} */
    static KeyStore authorities(Path file) throws GeneralSecurityException, IOException {
        byte[] octets = read(file);
        KeyStore trusted = empty();
        Collection<? extends Certificate> found = isPem(octets) ? certificates(octets) : ofStore(octets);
        if (found.isEmpty()) {
            throw new IOException("there is none in it");
        }
        int number = 0;
        for (Certificate certificate : found) {
            trusted.setCertificateEntry("authority-" + number++, certificate);
        }
        return trusted;
    }

    /** {@return a certificate with its key} */
    static KeyStore identity(Connection.Identity identity) throws GeneralSecurityException, IOException {
        byte[] octets = read(identity.certificate());
        char[] password = identity.password().toCharArray();
        if (!isPem(octets)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(octets), password);
            return store;
        }
        Path keyFile = identity.key();
        String key = new String(keyFile == null ? octets : read(keyFile), StandardCharsets.UTF_8);
        Certificate[] chain = certificates(octets).toArray(Certificate[]::new);
        KeyStore store = empty();
        store.setKeyEntry("identity", PemKey.read(key, password), password, chain);
        return store;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return RegularFiles.read(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        }
    }

    private static boolean isPem(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).contains(PEM);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Whoever made the file may have written anything between the certificates. */
    private static Collection<? extends Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> found = new ArrayList<>();
        for (PemBlock block : PemBlock.all(new String(pem, StandardCharsets.ISO_8859_1))) {
            if (block.label().endsWith("CERTIFICATE")) {
                found.add(factory.generateCertificate(new ByteArrayInputStream(block.octets())));
            }
        }
        return found;
    }

    private static List<Certificate> ofStore(byte[] octets) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(octets), new char[0]);
        List<Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            @Nullable Certificate certificate = store.getCertificate(alias);
            if (certificate != null) {
                found.add(certificate);
            }
        }
        return found;
    }
}
