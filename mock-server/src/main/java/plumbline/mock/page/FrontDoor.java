package plumbline.mock.page;

import java.util.List;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Accept;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.control.Control;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

/**
 * Sends people who look at the root to the page, where the contract has nothing there.
 *
 * @param responder who answers otherwise
 * @param contract the contract
 */
public record FrontDoor(Responder responder, Contract contract) implements Responder {
    private static final List<MediaType> OFFERED = List.of(
            MediaType.parse("application/json").orElseThrow(),
            MediaType.parse("text/html").orElseThrow());

    @Override
    public EngineAnswer answer(Request request) {
        return "/".equals(request.path()) && isFromBrowser(request)
                ? EngineAnswer.now(Response.of(302).withHeader("Location", Control.ROOT))
                : responder.answer(request);
    }

    private boolean isFromBrowser(Request request) {
        return "GET".equals(request.method())
                && Accept.of(request.headers())
                        .best(OFFERED)
                        .filter(type -> "html".equals(type.subtype()))
                        .isPresent()
                && contract.match("GET", "/") instanceof Match.NoPath;
    }
}
