package plumbline.guard.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.Reading;
import plumbline.contract.document.Document;
import plumbline.finding.Finding;
import plumbline.fixtures.FixtureSet;
import plumbline.guard.anatomy.Parts;

/**
 * What all rules find.
 *
 * @param findings what is wrong
 * @param documents the documents that were read, by name
 */
public record Examination(Set<Finding> findings, Map<String, Document> documents) {
    private static final List<Inspector> INSPECTORS = List.of(
            new ReaderInspector(),
            new StructureInspector(),
            new ReferenceInspector(),
            new UnusedInspector(),
            new PathInspector(),
            new MessageInspector(),
            new ServerInspector(),
            new SecurityInspector(),
            new TagInspector(),
            new LinkInspector(),
            new CallbackInspector(),
            new EncodingInspector(),
            new BoundsInspector(),
            new EnumInspector(),
            new TypeInspector(),
            new RequiredInspector(),
            new NullableInspector(),
            new AccessInspector(),
            new PatternInspector(),
            new DiscriminatorInspector(),
            new SatisfiableInspector(),
            new EmptyInspector(),
            new ExampleInspector(),
            new FixtureInspector());

    /** {@return what is wrong with a document and its fixtures} */
    public static Examination of(Reading reading, FixtureSet fixtures) {
        Subject subject = new Subject(reading, Parts.of(reading.root(), reading.version()), fixtures);
        Notes notes = new Notes();
        INSPECTORS.forEach(inspector -> inspector.inspect(subject, notes));
        return new Examination(notes.found(), subject.parts().documents());
    }
}
