package plumbline.conformance.result;

/**
 * What went over the wire in a case that failed; holds no secrets.
 *
 * @param request what was sent
 * @param response what came; empty if nothing did
 */
public record Transcript(Message request, Message response) {
    /**
     * A message as text.
     *
     * @param head the first line and the header fields
     * @param body the body, as far as it is kept
     */
    public record Message(String head, String body) {
        public static final Message NONE = new Message("", "");
    }
}
