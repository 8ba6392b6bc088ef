package plumbline.guard.rules;

/** Tells what reading the document has found. */
final class ReaderInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        subject.reading().problems().forEach(problem -> notes.add(Catalogue.finding(problem)));
    }
}
