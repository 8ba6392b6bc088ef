package plumbline.conformance;

/** What takes several requests to see, each made of the answers before it. */
public interface Story {
    /** {@return the check that must have been able to tell} */
    CheckId check();

    /** Sends what is needed and says what is found. What it creates is removed when it ends, however it does. */
    void tell(Conversation conversation);
}
