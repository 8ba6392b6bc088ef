package plumbline.conformance.report;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import plumbline.contract.OpenApiVersion;
import plumbline.contract.Schema;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import plumbline.contract.validation.Direction;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;

/** Holds JSON reports to their schema. */
public final class ReportSchema {
    private static final String FILE = "report.schema.json";

    private ReportSchema() {}

    /** {@return what is wrong with a report} */
    public static List<String> violations(String report) {
        URI file = URI.create(
                Objects.requireNonNull(JsonReport.class.getResource(FILE), FILE).toString());
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
        } catch (JsonFault e) {
            throw new AssertionError(e);
        }
    }
}
