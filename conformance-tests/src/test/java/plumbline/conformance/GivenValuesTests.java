package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.suite.CaseOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.contract.document.ContractException;

class GivenValuesTests {
    @TempDir
    private Path folder;

    @Test
    void valuesAndBodiesOfAFileAreSentForTheirOperations() throws IOException {
        Plan plan = plan("""
                getBook: {parameters: {isbn: '9780156907392'}}
                addBook: {body: {title: Orlando, year: 1928}}
                """);

        assertThat(plan.cases())
                .filteredOn(subject -> subject.id().equals("getBook/examples/given"))
                .singleElement()
                .satisfies(subject -> {
                    assertThat(subject.request().path()).isEqualTo("/api/books/9780156907392");
                    assertThat(subject.expectation()).isInstanceOf(Expectation.Success.class);
                });
        assertThat(plan.cases())
                .filteredOn(subject -> subject.id().equals("addBook/examples/given"))
                .singleElement()
                .satisfies(subject ->
                        assertThat(subject.request().body().text()).isEqualTo("{\"title\":\"Orlando\",\"year\":1928}"));
        assertThat(plan.cases())
                .filteredOn(subject -> subject.id().equals("removeBook/examples/example"))
                .singleElement()
                .satisfies(subject -> assertThat(subject.request().path()).isEqualTo("/api/books/9780156949606"));
    }

    @Test
    void aFileInJsonWillDo() throws IOException {
        assertThat(plan("{\"getBook\": {\"parameters\": {\"isbn\": \"9780156907392\"}}}")
                        .cases())
                .extracting(Case::id)
                .contains("getBook/examples/given");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            getBooks: {}                             | values.yaml:1:1 | the contract has no operation 'getBooks'
            getBook: {parameters: {id: 1}}           | values.yaml:1:24 | getBook has no parameter 'id'
            getBook: {body: {}}                      | values.yaml:1:11 | getBook takes no body
            getBook: {isbn: 1}                       | values.yaml:1:11 | 'isbn' means nothing here
            - getBook                                | values.yaml:1:1  | is no mapping
            """)
    void whatTheContractDoesNotKnowIsRefused(String text, String place, String message) {
        assertThatThrownBy(() -> plan(text))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    private Plan plan(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("values.yaml"), text);
        return ConformanceSuite.prepare(ConformanceOptions.of(URI.create("http://127.0.0.1:1/api"))
                        .withContract(Suites.resource("library.yaml").toString())
                        .withCases(new CaseOptions(file, Fuzzing.none())))
                .plan();
    }
}
