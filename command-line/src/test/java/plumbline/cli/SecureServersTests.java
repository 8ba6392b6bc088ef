package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Suites;
import plumbline.conformance.server.TestCertificates;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;

/** Servers whose certificates nobody knows, and servers that want one of us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureServersTests {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private TestCertificates certificates;

    SecureServersTests(@TempDir Path folder) {
        certificates = TestCertificates.in(folder);
    }

    private int verify(TestServer server, String... arguments) {
        return verify(server, Map.of(), arguments);
    }

    private int verify(TestServer server, Map<String, String> environment, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(
                List.of("verify", "--base-url", server.baseUrl().toString(), "--user", UsersServer.USER));
        all.addAll(List.of("--fixtures", Suites.resource("fixtures").toString(), "--phases", "examples"));
        all.addAll(List.of(arguments));
        return new Main(Surroundings.of(environment, new PrintWriter(out), new PrintWriter(err)))
                .run(all.toArray(String[]::new));
    }

    private TestServer trusted() {
        return TestServer.start(new UsersServer(), certificates.sockets());
    }

    private TestServer demanding() {
        return TestServer.start(new UsersServer(), certificates.demandingSockets());
    }

    @Test
    void ofAnUnknownIssuerAreRefusedWithItsNameAndWhatToDo() {
        try (TestServer server = trusted()) {
            assertThat(verify(server)).isEqualTo(2);
        }
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("the server's certificate (CN=127.0.0.1) is issued by " + TestCertificates.AUTHORITY
                        + ", which is not trusted: name the file of the issuer's certificate with --cacert, or check no"
                        + " certificates with --insecure");
    }

    @Test
    void ofAGivenIssuerAreTrusted() {
        try (TestServer server = trusted()) {
            assertThat(verify(server, "--cacert", certificates.authority().toString()))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString()).doesNotContain("Certificates are not checked");
    }

    @Test
    void areNotCheckedWhereThatIsAskedForWhichIsTold() {
        try (TestServer server = trusted()) {
            assertThat(verify(server, "--insecure")).isZero();
        }
        assertThat(out.toString()).contains("Certificates are not checked, as was asked for");
    }

    @Test
    void thatWantACertificateAreToldFromOthers() {
        try (TestServer server = demanding()) {
            assertThat(verify(server, "--insecure")).isEqualTo(2);
        }
        // Which alert comes, and whether it does before the end of the connection, is a matter of luck.
        assertThat(err.toString()).contains("certificate of ours").contains("give one with --cert");
    }

    @Test
    void areShownACertificateInPem() {
        try (TestServer server = demanding()) {
            assertThat(verify(
                            server,
                            "--cacert",
                            certificates.authority().toString(),
                            "--cert",
                            certificates.clientCertificate().toString(),
                            "--key",
                            certificates.clientKey().toString()))
                    .as(err.toString())
                    .isZero();
        }
    }

    @Test
    void areShownACertificateInPkcs12() {
        try (TestServer server = demanding()) {
            assertThat(verify(
                            server,
                            Map.of("PLUMBLINE_CERT_PASSWORD", TestCertificates.PASSWORD),
                            "--insecure",
                            "--cert",
                            certificates.clientStore().toString()))
                    .as(err.toString())
                    .isZero();
        }
    }

    @Test
    void areNotAskedIfAFileCannotBeUsed() {
        try (TestServer server = trusted()) {
            assertThat(verify(server, "--cacert", "missing.pem")).isEqualTo(2);
            assertThat(err.toString()).contains("no certificates can be read from missing.pem");
            String store = certificates.clientStore().toString();
            assertThat(verify(server, "--cert", store, "--cert-password", "wrong-one"))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .contains("no certificate with its key can be read from " + store)
                    .doesNotContain("wrong-one");
            assertThat(verify(server, "--key", store)).isEqualTo(2);
            assertThat(err.toString()).contains("name that with --cert");
        }
    }

    @Test
    void areToldFromThoseThatSpeakPlainHttp() {
        try (TestServer server = TestServer.start(new UsersServer())) {
            int code = new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err)))
                    .run(
                            "verify",
                            "--base-url",
                            server.baseUrl().toString().replace("http:", "https:"),
                            "--user",
                            UsersServer.USER);

            assertThat(code).isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("the server does not speak TLS there: its URL may have to begin with http://");
    }

    @Test
    void areToldToThoseWhoSpeakPlainHttpToThem() {
        try (TestServer server = trusted()) {
            int code = new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err)))
                    .run(
                            "verify",
                            "--base-url",
                            server.baseUrl().toString().replace("https:", "http:"),
                            "--user",
                            UsersServer.USER);

            assertThat(code).isEqualTo(2);
        }
        assertThat(err.toString()).contains("speaks HTTPS, not plain HTTP: begin its base URL with https://");
    }
}
