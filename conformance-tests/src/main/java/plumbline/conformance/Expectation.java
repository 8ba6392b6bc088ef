package plumbline.conformance;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;
import plumbline.contract.http.MediaType;

/** What the contract, or HTTP itself, expects of the answer to a case. */
public sealed interface Expectation {
    /** {@return the expectation in words, to stand behind "expected"} */
    String text();

    /** {@return the check that decides whether it is met; a case in which that has nothing to judge proves nothing} */
    default CheckId decidedBy() {
        return CheckId.STATUS_DOCUMENTED;
    }

    /** {@return whether the answer may carry this status though the contract does not document it} */
    default boolean tolerates(int status) {
        return false;
    }

    /** The request is right and names what exists. */
    record Success() implements Expectation {
        @Override
        public String text() {
            return "a documented 2xx or 3xx status";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.EXPECTED_STATUS;
        }
    }

    /** The request is right, but whether what it names exists is not known. */
    record Documented() implements Expectation {
        @Override
        public String text() {
            return "a documented status";
        }
    }

    /** The request is answered with one status. */
    record Exactly(int status) implements Expectation {
        @Override
        public String text() {
            return "status " + status;
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.EXPECTED_STATUS;
        }
    }

    /**
     * The credentials are refused.
     *
     * @param lookRight whether only the server can know that they are bad
     */
    record Unauthorized(boolean lookRight) implements Expectation {
        @Override
        public String text() {
            return "401, or a documented 403";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.CREDENTIALS_REQUIRED;
        }

        @Override
        public boolean tolerates(int status) {
            return status == 401;
        }
    }

    /** The request needs no credentials, and is sent without. */
    record OpenToAll() implements Expectation {
        @Override
        public String text() {
            return "the same as with credentials, since none are needed";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.EXPECTED_STATUS;
        }
    }

    /**
     * The value of a parameter is refused.
     *
     * @param refusable whether a status is documented with which invalid requests can be refused
     */
    record ValueRefused(String parameter, String value, boolean refusable) implements Expectation {
        @Override
        public String text() {
            return (refusable ? "a documented 4xx status" : "400 or 422") + ", since '" + value
                    + "' is not a documented value of " + parameter;
        }

        @Override
        public boolean tolerates(int status) {
            return !refusable && (status == 400 || status == 422);
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.UNDOCUMENTED_VALUE_REFUSED;
        }
    }

    /** What the path names does not exist, unlike something else, if that is known ({@code isUnlike}) or seen in comparison. */
    record NotFound(boolean isUnlike) implements Expectation {
        @Override
        public String text() {
            return "404 or another documented 4xx status, since nothing of this name should exist";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.UNKNOWN_ITEM_NOT_FOUND;
        }
    }

    /** The method is refused. */
    record MethodRefused(String method, Set<String> documented) implements Expectation {
        public MethodRefused {
            documented = Set.copyOf(documented);
        }

        @Override
        public String text() {
            return "405 with an Allow header, 404 or 501, since " + method + " is not documented for this path";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.UNDOCUMENTED_METHOD_REFUSED;
        }

        @Override
        public boolean tolerates(int status) {
            return status >= 400;
        }
    }

    /**
     * The client takes only certain media types.
     *
     * @param accept what it takes
     * @param isOffered whether that is documented
     * @param isRefusable whether it is documented that a client can be told that there is no such thing
     */
    record Negotiated(MediaType accept, boolean isOffered, boolean isRefusable) implements Expectation {
        @Override
        public String text() {
            if (isOffered) {
                return "a body of type " + accept + ", which is documented";
            }
            return isRefusable
                    ? "406, since " + accept + " is not documented"
                    : "406, or a documented media type all the same";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.MEDIA_TYPE_NEGOTIATED;
        }

        @Override
        public boolean tolerates(int status) {
            return status == 406;
        }
    }

    /** HEAD says the same as GET. */
    record LikeGet() implements Expectation {
        @Override
        public String text() {
            return "the status and headers of GET";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.HEAD_AGREES_WITH_GET;
        }
    }

    /** The same request is answered the same. */
    record Repeatable() implements Expectation {
        @Override
        public String text() {
            return "the same answer as before";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.REPEATABLE_GET;
        }
    }

    /** The request is just about valid in what is special about it, and so not refused as invalid. */
    record InputAccepted(String what) implements Expectation {
        @Override
        public String text() {
            return "any status but 400, 415 and 422, since " + what + " is allowed";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.VALID_INPUT_ACCEPTED;
        }
    }

    /**
     * The request is wrong in one way, and refused for it.
     *
     * @param fault what is wrong with it
     * @param statuses statuses that say so by themselves, documented or not
     * @param place where in the contract the fault is ruled out; null if the standard alone does
     * @param isMoot whether servers differ in it where a contract says no more, so that taking it is harmless
     */
    record InputRefused(
            String fault, Set<Integer> statuses, @Nullable Place place, boolean isMoot) implements Expectation {
        public InputRefused {
            statuses = Set.copyOf(statuses);
        }

        @Override
        public String text() {
            return "a documented 4xx status, since " + fault;
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.INVALID_INPUT_REFUSED;
        }

        @Override
        public boolean tolerates(int status) {
            return statuses.contains(status);
        }
    }

    /**
     * What a story tells, step by step.
     *
     * @param text what should come of it
     * @param story the story
     */
    record StoryOutcome(String text, Story story) implements Expectation {
        @Override
        public CheckId decidedBy() {
            return story.check();
        }
    }

    /** The answer may be anything but a failure of the server. */
    record Handled() implements Expectation {
        @Override
        public String text() {
            return "any status below 500";
        }

        @Override
        public CheckId decidedBy() {
            return CheckId.NO_SERVER_ERROR;
        }

        @Override
        public boolean tolerates(int status) {
            return status >= 300 && status < 500;
        }
    }

    /** The request may be answered with these statuses though they are not documented, or with a documented one. */
    record AtLeast(Set<Integer> tolerated) implements Expectation {
        public AtLeast {
            tolerated = Set.copyOf(tolerated);
        }

        @Override
        public String text() {
            return "a documented status";
        }

        @Override
        public boolean tolerates(int status) {
            return tolerated.contains(status);
        }
    }
}
