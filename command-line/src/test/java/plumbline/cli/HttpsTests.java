package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import plumbline.conformance.server.TestCertificates;

/** A mock that speaks HTTPS, and whose pages may read it. */
class HttpsTests extends CommandLineRun {
    private static Certificate certificate(Path pem) throws Exception {
        try (var in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** {@return the certificate that the mock shows to one who trusts this one} */
    private X509Certificate shown(Path trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("trusted", certificate(trusted));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpsURLConnection connection = (HttpsURLConnection)
                started.get(0).baseUrl().resolve("/api/users/7").toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true);
        assertThat(connection.getResponseCode()).isEqualTo(401);
        X509Certificate certificate = (X509Certificate) connection.getServerCertificates()[0];
        connection.disconnect();
        return certificate;
    }

    @Test
    void makesACertificateAndSaysHowToTrustIt() throws Exception {
        run("--port", "0", "--https");

        Path file = folder.resolve("plumbline-mock.pem");
        assertThat(shown(file)).isEqualTo(certificate(file));
        assertThat(out.toString()).contains("curl --cacert " + file, "curl --cacert '" + file + "' -u", "https://127.");
        assertThat(Files.readString(file)).doesNotContain("PRIVATE KEY");
    }

    @Test
    void showsTheCertificateThatItIsGivenInPemOrPkcs12() throws Exception {
        TestCertificates certificates = TestCertificates.in(folder);
        run(
                "--port",
                "0",
                "--cert",
                certificates.clientCertificate().toString(),
                "--key",
                certificates.clientKey().toString());

        assertThat(shown(certificates.authority())).isEqualTo(certificate(certificates.clientCertificate()));
        started.remove(0).close();
        run(
                Map.of("PLUMBLINE_CERT_PASSWORD", TestCertificates.PASSWORD),
                "--port",
                "0",
                "--https",
                "--cert",
                certificates.clientStore().toString());

        assertThat(shown(certificates.authority())).isEqualTo(certificate(certificates.clientCertificate()));
        assertThat(folder.resolve("plumbline-mock.pem")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoCertificate() throws IOException {
        assertThat(run(
                        "--port",
                        "0",
                        "--cert",
                        write("no.pem", "-----BEGIN nothing").toString()))
                .isEqualTo(2);
        assertThat(run("--port", "0", "--key", "key.pem")).isEqualTo(2);
        assertThat(err.toString()).contains("no.pem", "name that with --cert");
    }

    @Test
    void letsPagesReadAnswersAsItIsTold() throws Exception {
        run("--port", "0", "--cors", "off");
        run("--port", "0", "--cors", "https://app.example.com,https://b.example.com");

        assertThat(started.get(0).options().answers().readers()).isEmpty();
        assertThat(started.get(1).options().answers().readers())
                .containsExactlyInAnyOrder("https://app.example.com", "https://b.example.com");
        assertThat(run("--port", "0", "--cors", "app.example.com")).isEqualTo(2);
        assertThat(err.toString()).contains("'app.example.com' is no origin");
    }
}
