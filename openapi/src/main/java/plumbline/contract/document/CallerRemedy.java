package plumbline.contract.document;

/**
 * What helps against a problem and lies in the hands of whoever has the document read. Hints tell it in words; doors such as a
 * command line add by what means, as in "… with --allow-remote-refs".
 */
public enum CallerRemedy {
    /** Let references lead to other hosts: {@link ReferencePolicy#allowRemote}. */
    ALLOW_REMOTE_REFERENCES("allow references to other hosts"),
    /** Let references lead out of the contract's folder: {@link ReferencePolicy#allowOutside}. */
    ALLOW_OUTSIDE_REFERENCES("allow references out of that folder"),
    /** Wait longer for documents on other hosts: {@link ReferencePolicy#patience}. */
    ALLOW_MORE_TIME("allow more time"),
    /** Name a file as the contract. */
    NAME_CONTRACT("name a file as the contract"),
    /** Name a file or an address as the contract to compare with. */
    NAME_OLD_CONTRACT("name a file or an address instead");

    private final String hint;

    CallerRemedy(String hint) {
        this.hint = hint;
    }

    /** {@return the remedy in words, which " with …" may follow} */
    public String hint() {
        return hint;
    }
}
