package plumbline.guard.rules;

/** Looks at one aspect of a contract. */
interface Inspector {
    void inspect(Subject subject, Notes notes);
}
