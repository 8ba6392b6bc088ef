package plumbline.mock.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Problem;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;

/** Tells what is wrong with the contract, and with the last change of it. Finding out may take seconds, so that it is done once, when asked for. */
public final class ProblemsDesk implements Desk {
    private final Supplier<List<Problem>> finder;
    private final Supplier<Optional<String>> refused;
    private @Nullable List<Problem> found;

    /**
     * Makes a desk.
     *
     * @param finder finds what is wrong with the contract that is served
     * @param refused tells what is wrong with what is not served
     */
    public ProblemsDesk(Supplier<List<Problem>> finder, Supplier<Optional<String>> refused) {
        this.finder = finder;
        this.refused = refused;
    }

    @Override
    public Response answer(Call call) {
        if (!call.is("GET", 0)) {
            return call.unknown("/problems");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        refused.get()
                .ifPresent(problem -> list.addObject()
                        .put("place", "The last change")
                        .put("pointer", "")
                        .put("message", "cannot be served: " + problem)
                        .put("hint", "what was there before goes on"));
        found().forEach(problem -> {
            ObjectNode json = list.addObject();
            json.put("place", problem.place().position());
            json.put("pointer", problem.place().pointer());
            json.put("message", problem.message());
            json.put("hint", problem.hint());
        });
        return Call.shown(list);
    }

    private synchronized List<Problem> found() {
        List<Problem> known = found;
        if (known == null) {
            known = List.copyOf(finder.get());
            found = known;
        }
        return known;
    }
}
