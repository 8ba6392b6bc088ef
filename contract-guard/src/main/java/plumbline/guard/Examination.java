package plumbline.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.Document;
import plumbline.finding.Finding;
import plumbline.fixtures.FixtureSet;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.guard.rules.document.DocumentInspectors;
import plumbline.guard.rules.messages.MessageInspectors;
import plumbline.guard.rules.schemas.SchemaInspectors;

/**
 * What all rules find.
 *
 * @param findings what is wrong
 * @param documents the documents that were read, by name
 */
record Examination(Set<Finding> findings, Map<String, Document> documents) {
    private static final List<Inspector> INSPECTORS = Stream.of(
                    DocumentInspectors.all(), SchemaInspectors.all(), MessageInspectors.all())
            .flatMap(List::stream)
            .toList();

    /** {@return what is wrong with a document and its fixtures} */
    static Examination of(DocumentReading reading, FixtureSet fixtures) {
        InspectedDocument document =
                new InspectedDocument(reading, DocumentParts.of(reading.root(), reading.version()), fixtures);
        FindingCollector findings = new FindingCollector();
        INSPECTORS.forEach(inspector -> inspector.inspect(document, findings));
        return new Examination(findings.found(), document.parts().documents());
    }
}
