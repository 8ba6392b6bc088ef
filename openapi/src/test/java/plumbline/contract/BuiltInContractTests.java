package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.SecurityScheme;

class BuiltInContractTests {
    private static final Contract CONTRACT = Contract.builtIn(Optional.empty());

    @Test
    void isReadWithoutAnyProblem() {
        assertThat(CONTRACT.warnings()).isEmpty();
        assertThat(CONTRACT.version()).isEqualTo(OpenApiVersion.V3_1);
        assertThat(CONTRACT.title()).isEqualTo("Sequence users");
        assertThat(CONTRACT.basePaths()).containsExactly("/api");
    }

    @Test
    void hasOneOperationWithAllThatThePageSays() {
        Operation operation = CONTRACT.operations().get(0);

        assertThat(CONTRACT.operations()).hasSize(1);
        assertThat(operation.id()).isEqualTo("getUser");
        assertThat(operation.title()).isEqualTo("GET /users/{id}");
        assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("id", "Sequence-Version");
        assertThat(operation.responses())
                .extracting(ResponseSpec::key)
                .containsExactly("200", "401", "404", "422", "429");
        assertThat(operation.isOpen()).isFalse();
        assertThat(operation.security().get(0).schemes())
                .extracting(SecurityScheme::kind)
                .containsExactly(SecurityScheme.Kind.BASIC);
        assertThat(operation.response(200).orElseThrow().content().get(0).example("salesAndFinance"))
                .isPresent();
    }

    @Test
    void isTheSameWhenReadFromItsFile() {
        Contract fromFile = Contract.read("users.yaml", ReferencePolicy.strict(), Optional.empty());

        assertThat(fromFile.documentName()).isEqualTo("users.yaml");
        assertThat(fromFile.operations()).hasSize(1);
        assertThat(Contract.read(Path.of("users.yaml")).warnings()).isEmpty();
        assertThat(fromFile.operations().get(0).node().value())
                .isEqualTo(CONTRACT.operations().get(0).node().value());
    }

    @Test
    void isNamedByItsPlaceInTheSources() {
        assertThat(CONTRACT.operations().get(0).node().place().position()).isEqualTo("openapi/users.yaml:19:5");
    }
}
