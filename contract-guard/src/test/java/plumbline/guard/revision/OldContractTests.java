package plumbline.guard.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;

class OldContractTests {
    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: %s, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: 'schemas/a.yaml'}}}}
            """;

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void makeARepository() throws Exception {
        git("init", "-q", "-b", "main");
        contract = folder.resolve("the api/books.yaml");
        Files.createDirectories(folder.resolve("the api/schemas"));
        commit("First", "type: string");
        git("tag", "v1");
        commit("Second", "type: integer");
        Files.writeString(contract, DOCUMENT.formatted("Not committed"));
    }

    private void commit(String title, String schema) throws Exception {
        Files.writeString(contract, DOCUMENT.formatted(title));
        Files.writeString(folder.resolve("the api/schemas/a.yaml"), schema);
        git("add", "-A");
        git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "-m", title);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(Git.OF_HOOKS);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("git.log").toFile());
        try {
            Process process = builder.start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("git.log")))
                    .isZero();
        } catch (IOException e) {
            abort("there is no git to test with: " + e.getMessage());
        }
    }

    private Contract read(String name) {
        return OldContract.find(name, contract.toString(), ReferencePolicy.strict())
                .flatMap(DocumentReading::understood)
                .orElseThrow();
    }

    @Test
    void findsNothingForAContractThatTheRevisionLacks() throws IOException {
        String added = Files.writeString(folder.resolve("the api/new.yaml"), DOCUMENT.formatted("New"))
                .toString();

        assertThat(OldContract.find("git:main", added, ReferencePolicy.strict()))
                .isEmpty();
        assertThat(OldContract.find("git:main", contract.toString(), ReferencePolicy.strict()))
                .isPresent();
    }

    private static String typeOfA(Contract old) {
        MediaTypeSpec content =
                old.operations().get(0).responses().get(0).content().get(0);
        Schema schema = Objects.requireNonNull(content.schema(), "schema");
        return schema.node().resolved().text("type").orElseThrow();
    }

    @Test
    void readsTheContractsOwnPathInARevisionWithAllThatItRefersTo() {
        assertThat(read("git:main").title()).isEqualTo("Second");
        assertThat(read("git:HEAD~1").title()).isEqualTo("First");
        assertThat(typeOfA(read("git:v1"))).isEqualTo("string");
        assertThat(typeOfA(read("git:main"))).isEqualTo("integer");
    }

    @Test
    void namesPlacesByRevisionAndPath() {
        Contract old = read("git:v1");

        assertThat(old.operations().get(0).node().place().position()).isEqualTo("git:v1:the api/books.yaml:5:5");
    }

    @Test
    void readsAnotherPathOfARevision() throws Exception {
        Files.move(contract, folder.resolve("moved.yaml"));
        contract = folder.resolve("moved.yaml");

        assertThat(read("git:v1:the api/books.yaml").title()).isEqualTo("First");
    }

    @Test
    void readsFilesAndAddresses() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/books.yaml", exchange -> {
            byte[] text = DOCUMENT.formatted("Remote")
                    .replace("{$ref: 'schemas/a.yaml'}", "{}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/books.yaml";
            assertThat(read(url).title()).isEqualTo("Remote");
        } finally {
            server.stop(0);
        }
        assertThat(read(contract.toString()).title()).isEqualTo("Not committed");
    }

    @Test
    void saysWhatIsWrongWithARevisionAndHowToMendIt() {
        refuses("git:nowhere", "git knows no revision 'nowhere'", "fetch it first");
        refuses("git:", "git knows no revision ''");
        refuses("git:--all", "git knows no revision '--all'");
        refuses("git:main:books.yaml", "there is no file books.yaml in the revision 'main'", "git:main:PATH");
        refuses("git:main:the api", "there is no file the api in the revision 'main'");
    }

    @Test
    void saysThatThereIsNoRepository(@TempDir Path elsewhere) throws IOException {
        contract = elsewhere.resolve("books.yaml");
        Files.writeString(contract, DOCUMENT);

        refuses("git:main", "there is no git repository around " + elsewhere);
    }

    @Test
    void saysThatAPathIsNeededWhereTheContractIsNoFile() {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(
                        () -> OldContract.find("git:main", "https://example.com/books.yaml", ReferencePolicy.strict()))
                .withMessageContaining("names no path")
                .withMessageContaining("write git:REV:PATH");
    }

    @Test
    void staysInTheFolderOfTheContract() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), "type: string");
        Files.writeString(contract, DOCUMENT.formatted("Out").replace("schemas/a.yaml", "../a.yaml"));
        git("add", "-A");
        git("-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "-q", "-m", "Out");

        refuses("git:main", "leads out of the contract's folder", "allow references out of that folder");
        assertThat(typeOfA(OldContract.find("git:main", contract.toString(), new ReferencePolicy(false, true))
                        .flatMap(DocumentReading::understood)
                        .orElseThrow()))
                .isEqualTo("string");
    }

    private void refuses(String name, String... parts) {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> read(name))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
