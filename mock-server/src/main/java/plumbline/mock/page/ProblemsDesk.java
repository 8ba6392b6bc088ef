package plumbline.mock.page;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Problem;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;

/** Tells what is wrong with the contract. Finding out may take seconds, so that it is done once, when asked for. */
public final class ProblemsDesk implements Desk {
    private final Supplier<List<Problem>> finder;
    private @Nullable List<Problem> found;

    public ProblemsDesk(Supplier<List<Problem>> finder) {
        this.finder = finder;
    }

    @Override
    public Response answer(Call call) {
        if (!call.is("GET", 0)) {
            return call.unknown("/problems");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
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
