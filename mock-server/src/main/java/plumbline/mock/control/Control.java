package plumbline.mock.control;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;
import plumbline.text.Spelling;

/** The administration of the mock itself, below {@value #ROOT}. */
public final class Control implements Responder {
    /** Where it is. */
    public static final String ROOT = "/__plumbline";

    private final Map<String, Desk> desks;

    /**
     * Makes an administration.
     *
     * @param desks its parts, by the first segment of their paths; the empty one answers for the root itself
     */
    public Control(Map<String, Desk> desks) {
        this.desks = new TreeMap<>(desks);
    }

    @Override
    public EngineAnswer answer(Request request) {
        List<String> names = Arrays.stream(
                        request.path().substring(ROOT.length()).split("/", -1))
                .skip(1)
                .map(name -> PercentCoding.decode(name).orElse(name))
                .toList();
        String first = names.isEmpty() ? "" : names.get(0);
        Desk desk = desks.get(first);
        Call call = new Call(names.isEmpty() ? names : names.subList(1, names.size()), request);
        return EngineAnswer.now(desk == null ? unknown(first) : desk.answer(call));
    }

    private Response unknown(String name) {
        List<String> known =
                desks.keySet().stream().filter(desk -> !desk.isEmpty()).toList();
        return Call.refused(
                404,
                "There is nothing like this to administer",
                "'" + name + "' is none of " + String.join(", ", known) + Spelling.suggestion(name, known) + ".");
    }
}
