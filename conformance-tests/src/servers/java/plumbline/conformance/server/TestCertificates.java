package plumbline.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** An authority, and the certificates that it has issued for this machine and for a client, made for a test. */
public final class TestCertificates {
    /** The name of the authority. */
    public static final String AUTHORITY = "CN=Plumbline Test CA";

    /** What the file in PKCS#12 is encrypted with. */
    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore store;

    private TestCertificates(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** {@return certificates whose files are in this folder} */
    public static TestCertificates in(Path folder) {
        Path file = folder.resolve("all.p12");
        generate(file, "ca", AUTHORITY, "-ext", "bc:c");
        generate(file, "server", "CN=127.0.0.1", "-signer", "ca", "-ext", "san=ip:127.0.0.1");
        generate(file, "client", "CN=Plumbline", "-signer", "ca");
        try {
            return new TestCertificates(folder, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path file, String alias, String name, String... others) {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-genkeypair", "-alias", alias));
        command.addAll(List.of("-dname", name, "-keyalg", "EC", "-validity", "2"));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(others));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return sockets of a server that shows its certificate} */
    public ServerSocketFactory sockets() {
        return factory(false);
    }

    /** {@return sockets of a server that wants a certificate of the authority from its clients, too} */
    public ServerSocketFactory demandingSockets() {
        return factory(true);
    }

    private ServerSocketFactory factory(boolean isDemanding) {
        ServerSocketFactory secure = context().getServerSocketFactory();
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                SSLServerSocket socket = (SSLServerSocket) secure.createServerSocket(port, backlog, address);
                socket.setNeedClientAuth(isDemanding);
                // Later versions refuse clients when these take themselves for connected already.
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                return socket;
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
            }

            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return createServerSocket(port, 50);
            }
        };
    }

    private SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(only("server"), PASSWORD.toCharArray());
            KeyStore trusted = empty();
            trusted.setCertificateEntry("ca", certificate("ca"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }

    private KeyStore only(String alias) throws GeneralSecurityException, IOException {
        KeyStore one = empty();
        one.setKeyEntry(alias, key(alias), PASSWORD.toCharArray(), store.getCertificateChain(alias));
        return one;
    }

    private Key key(String alias) throws GeneralSecurityException {
        return Objects.requireNonNull(store.getKey(alias, PASSWORD.toCharArray()));
    }

    private Certificate certificate(String alias) throws GeneralSecurityException {
        return Objects.requireNonNull(store.getCertificate(alias));
    }

    /** {@return the file of the authority's certificate, in PEM} */
    public Path authority() {
        try {
            return write("ca.pem", "CERTIFICATE", certificate("ca").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the file of the client's certificate, in PEM} */
    public Path clientCertificate() {
        try {
            return write("client.pem", "CERTIFICATE", certificate("client").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the file of the client's key, in PEM} */
    public Path clientKey() {
        try {
            return write("client-key.pem", "PRIVATE KEY", key("client").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the file of the client's certificate and key, in PKCS#12} */
    public Path clientStore() {
        Path file = folder.resolve("client.p12");
        try (var out = Files.newOutputStream(file)) {
            only("client").store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, String label, byte[] octets) {
        String body = Base64.getMimeEncoder().encodeToString(octets);
        try {
            return Files.writeString(
                    folder.resolve(name), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
