package plumbline.conformance.report;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;

/** Holds reports to their schemas. */
public final class ReportSchema {
    private static final String FILE = "report.schema.json";

    private ReportSchema() {}

    /** {@return what is wrong with a JSON report} */
    public static List<String> violations(String report) {
        return violations(JsonReport.class.getResource(FILE), report);
    }

    /** {@return what is wrong with a SARIF report, by the schema of OASIS} */
    public static List<String> violationsOfSarif(String report) {
        return violations(ReportSchema.class.getResource("/schema/sarif-schema-2.1.0.json"), report);
    }

    private static List<String> violations(@Nullable URL schema, String report) {
        URI file = URI.create(Objects.requireNonNull(schema).toString());
        Node root = Documents.read(UriSource.of(file, FILE, ReferencePolicy.strict()))
                .root();
        OpenApiVersion version = OpenApiVersion.V3_1;
        try {
            return new Schemas(version)
                            .violations(
                                    new Schema(root, version), Direction.RESPONSE, Json.read(report), Location.body())
                            .stream()
                            .map(Violation::toString)
                            .toList();
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }
}
