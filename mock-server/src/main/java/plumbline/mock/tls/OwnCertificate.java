package plumbline.mock.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that nobody has issued but its owner, for names of this machine, and its key, which never leaves the process.
 *
 * @param certificate the certificate
 * @param context what speaks TLS with it
 */
public record OwnCertificate(X509Certificate certificate, SSLContext context) {
    private static final byte[] ECDSA = Der.sequence(Der.name("1.2.840.10045.4.3.2"));
    private static final byte[] OWNER =
            Der.sequence(Der.set(Der.sequence(Der.name("2.5.4.3"), Der.text("Plumbline mock"))));
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    /**
     * {@return a new certificate}
     *
     * @param host the name or address that the server listens on, besides those of the loopback interface
     */
    public static OwnCertificate make(String host) {
        Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        hosts.add(host);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X509Certificate certificate = signed(body(keys, hosts), keys);
            return new OwnCertificate(certificate, context(keys, certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java can make no certificate here", e);
        }
    }

    private static byte[] body(KeyPair keys, Set<String> hosts) throws IOException {
        Instant now = Instant.now();
        return Der.sequence(
                Der.value(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
                ECDSA,
                OWNER,
                Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(LIFE))),
                OWNER,
                keys.getPublic().getEncoded(),
                Der.value(0xA3, Der.sequence(names(hosts), noAuthority(), use(), serving())));
    }

    private static byte[] names(Set<String> hosts) throws IOException {
        byte[][] names = new byte[hosts.size()][];
        int next = 0;
        for (String host : hosts) {
            names[next++] = ADDRESS.matcher(host).matches()
                    ? Der.value(IP_ADDRESS, InetAddress.getByName(host).getAddress())
                    : Der.value(NAME, host.getBytes(StandardCharsets.US_ASCII));
        }
        return Der.sequence(Der.name("2.5.29.17"), Der.octets(Der.sequence(names)));
    }

    /** Whoever trusts it trusts no other certificate by that. */
    private static byte[] noAuthority() {
        return Der.sequence(Der.name("2.5.29.19"), Der.yes(), Der.octets(Der.sequence()));
    }

    private static byte[] use() {
        return Der.sequence(Der.name("2.5.29.15"), Der.yes(), Der.octets(Der.bits(new byte[] {(byte) 0x80}, 7)));
    }

    private static byte[] serving() {
        return Der.sequence(Der.name("2.5.29.37"), Der.octets(Der.sequence(Der.name("1.3.6.1.5.5.7.3.1"))));
    }

    private static X509Certificate signed(byte[] body, KeyPair keys) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        byte[] whole = Der.sequence(body, ECDSA, Der.bits(signature.sign(), 0));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static SSLContext context(KeyPair keys, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("mock", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** {@return the certificate as text, for clients to be told whom to trust} */
    public String pem() {
        try {
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot encode what it has read", e);
        }
    }
}
