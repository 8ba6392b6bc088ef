package plumbline.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;

/** What is planned does not depend on how much of it is made at a time. */
class PlannerTests {
    private static final int OPERATIONS = 60;

    @TempDir
    private Path folder;

    static List<Path> documents() throws IOException {
        try (Stream<Path> entries = Files.list(Suites.resource("law"))) {
            return entries.sorted().toList();
        }
    }

    private static List<CaseSource> sources(Contract contract) {
        Schemas schemas = new Schemas(contract.version());
        Target target = Target.of(URI.create("http://127.0.0.1:1")).withWrites();
        return CaseSources.of(
                EnumSet.allOf(Phase.class), new TestData(contract, schemas, target, Map.of(), Fixtures.none()));
    }

    private static Contract contract(Path document) {
        return Contract.read(document.toString(), ReferencePolicy.strict(), Optional.of(""));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theCasesOfAllOperationsAreThoseOfOneAfterTheOther(Path document) {
        assertSame(contract(document));
    }

    @Test
    void soAreThoseWhoseBodiesAreMadeOfTheSameSchemas() throws IOException {
        // Each body is made of some of these, in another order each time, so that each operation shows what another one
        // does not.
        StringBuilder text = new StringBuilder("""
                openapi: 3.1.0
                info: {title: Shared, version: "1"}
                components:
                  schemas:
                """);
        for (int i = 0; i < 9; i++) {
            text.append("    S%d: {type: object, properties: {a: {type: integer}, b: {type: [string, 'null']}}}\n"
                    .formatted(i));
        }
        text.append("paths:\n");
        for (int i = 0; i < OPERATIONS; i++) {
            text.append("""
                  /things%1$d:
                    post:
                      operationId: post%1$d
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [p, q, r]
                              properties:
                                p: {$ref: '#/components/schemas/S%2$d'}
                                q: {$ref: '#/components/schemas/S%3$d'}
                                r: {type: array, minItems: 1, items: {$ref: '#/components/schemas/S%4$d'}}
                      responses: {'200': {description: ok}, '400': {description: bad}}
                """.formatted(i, i % 9, i * 7 % 9, (i + 3) * 5 % 9)
                    .indent(-2)
                    .indent(2));
        }

        assertSame(contract(Files.writeString(folder.resolve("shared.yaml"), text)));
    }

    private static void assertSame(Contract contract) {
        List<String> alone = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (CaseSource source : sources(contract)) {
            for (Operation operation : contract.operations()) {
                CaseSource.Cases cases = source.cases(operation);
                cases.cases().forEach(subject -> alone.add(text(subject)));
                omissions.addAll(cases.omissions());
            }
        }

        Plan plan = new Planner(sources(contract), Selection.all()).plan(contract);

        assertThat(plan.cases()).extracting(PlannerTests::text).containsExactlyInAnyOrderElementsOf(alone);
        assertThat(plan.omissions()).isEqualTo(omissions);
    }

    private static String text(Case subject) {
        return subject.id() + " " + subject.request();
    }

    @Test
    void whatGoesWrongWithOneOperationIsToldAsItIs() throws IOException {
        Contract contract = contract(documents().get(0));
        CaseSource broken = new CaseSource() {
            @Override
            public Phase phase() {
                return Phase.EXAMPLES;
            }

            @Override
            public Cases cases(Operation operation) {
                throw new IllegalArgumentException("no cases of " + operation.id());
            }
        };

        assertThatThrownBy(() -> new Planner(List.of(broken), Selection.all()).plan(contract))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no cases of " + contract.operations().get(0).id());
    }
}
