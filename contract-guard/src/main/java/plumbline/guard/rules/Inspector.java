package plumbline.guard.rules;

/** Looks at one aspect of a contract. */
public interface Inspector {
    void inspect(InspectedDocument document, FindingCollector findings);
}
