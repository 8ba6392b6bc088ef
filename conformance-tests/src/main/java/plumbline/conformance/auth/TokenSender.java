package plumbline.conformance.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Puts credentials in place of what stands for them; other ones, once, if those that were taken before are refused. */
final class TokenSender implements Sender {
    private static final int UNAUTHORIZED = 401;

    private final Sender sender;
    private final Map<StandIn, HeldToken> held;

    TokenSender(Sender sender, Map<StandIn, HeldToken> held) {
        this.sender = sender;
        this.held = new LinkedHashMap<>(held);
    }

    @Override
    public Answer send(Request request) {
        Map<StandIn, String> shown = new LinkedHashMap<>();
        held.forEach((standIn, token) -> {
            if (standIn.isIn(request)) {
                shown.put(standIn, token.value());
            }
        });
        if (shown.isEmpty()) {
            return sender.send(request);
        }
        Answer answer = send(request, shown);
        if (status(answer) == UNAUTHORIZED && renew(shown)) {
            answer = send(request, shown);
        }
        if (status(answer) / 100 == 2) {
            shown.forEach((standIn, value) -> token(standIn).accepted(value));
        }
        return answer;
    }

    private boolean renew(Map<StandIn, String> shown) {
        Map<StandIn, String> others = new LinkedHashMap<>();
        shown.forEach((standIn, value) -> {
            Optional<String> other = token(standIn).after(value);
            other.ifPresent(text -> others.put(standIn, text));
        });
        shown.putAll(others);
        return !others.isEmpty();
    }

    private HeldToken token(StandIn standIn) {
        return Optional.ofNullable(held.get(standIn)).orElseThrow();
    }

    private Answer send(Request request, Map<StandIn, String> shown) {
        Request real = request;
        for (Map.Entry<StandIn, String> one : shown.entrySet()) {
            real = one.getKey().replaced(real, one.getValue());
        }
        Answer answer = sender.send(real);
        if (!(answer instanceof Answer.Received received)) {
            return answer;
        }
        Response hidden = received.response();
        for (Map.Entry<StandIn, String> one : shown.entrySet()) {
            hidden = one.getKey().hidden(hidden, one.getValue());
        }
        return new Answer.Received(hidden, received.sentLength(), received.codingFault(), received.elapsed());
    }

    private static int status(Answer answer) {
        return answer instanceof Answer.Received received ? received.response().status() : 0;
    }
}
