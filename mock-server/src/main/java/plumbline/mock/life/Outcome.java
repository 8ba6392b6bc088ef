package plumbline.mock.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.life.bodies.ShownBody;
import plumbline.mock.state.uploads.Upload;

/** What a request comes to. */
public sealed interface Outcome {
    /**
     * It succeeds.
     *
     * @param spec the documented response; null if none is
     * @param status the status
     * @param body the body; null if there is none, or any that is documented will do
     * @param headers the header fields that are true, whatever else is documented
     */
    record Shown(
            @Nullable ResponseSpec spec,
            int status,
            @Nullable ShownBody body,
            Headers headers) implements Outcome {}

    /**
     * It succeeds with what a client has uploaded.
     *
     * @param spec the documented response
     * @param status the status
     * @param upload what was uploaded
     */
    record Uploaded(ResponseSpec spec, int status, Upload upload) implements Outcome {}

    /**
     * It is refused.
     *
     * @param statuses the keys of documented responses to look for, best first
     * @param status the status if none of them is documented
     * @param type the kind of problem, as the last part of its URN
     * @param title the kind of problem in words
     * @param detail what is the matter here, and how to mend it
     */
    record Refused(List<String> statuses, int status, String type, String title, String detail) implements Outcome {
        public Refused {
            statuses = List.copyOf(statuses);
        }
    }
}
