package plumbline.conformance.run;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.text.PlainText;

/** Keeps what went over the wire, as text without secrets, until that is more than anybody will read. Thread-safe. */
final class TranscriptKeeper {
    private static final int LONGEST_BODY = 16_000;
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Secrets secrets;
    private final AtomicLong left = new AtomicLong(MOST_CHARACTERS);

    TranscriptKeeper(Secrets secrets) {
        this.secrets = secrets;
    }

    /** {@return the text of what was sent and what came, or null if enough is kept already} */
    @Nullable
    Transcript keep(Request request, @Nullable Answer answer) {
        if (left.get() <= 0) {
            return null;
        }
        Transcript transcript = new Transcript(
                message(request.method() + " " + request.target() + " HTTP/1.1", request.headers(), request.body()),
                answer instanceof Answer.Received received ? message(received.response()) : Transcript.Message.NONE);
        left.addAndGet(-size(transcript.request()) - size(transcript.response()));
        return transcript;
    }

    private Transcript.Message message(Response response) {
        return message("HTTP/1.1 " + response.status(), response.headers(), response.body());
    }

    private Transcript.Message message(String start, Headers headers, Body body) {
        StringBuilder head = new StringBuilder(start);
        headers.forEach(
                header -> head.append('\n').append(header.name()).append(": ").append(header.value()));
        return new Transcript.Message(secrets.redact(head.toString()), text(body));
    }

    private String text(Body body) {
        String text = secrets.redact(body.text());
        boolean binary = text.chars().limit(LONGEST_BODY).anyMatch(TranscriptKeeper::isUnreadable);
        if (binary) {
            return "(" + body.length() + " octets that are no text)";
        }
        return text.length() <= LONGEST_BODY
                ? text
                : PlainText.beginning(text, LONGEST_BODY) + "\n(cut off here: " + body.length() + " octets in all)";
    }

    private static boolean isUnreadable(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t';
    }

    private static int size(Transcript.Message message) {
        return message.head().length() + message.body().length();
    }
}
