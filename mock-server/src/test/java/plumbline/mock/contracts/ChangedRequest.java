package plumbline.mock.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/**
 * Changes a valid request as a row of the table of invalid requests says, such as {@code query page=0}, {@code header -Accept}
 * or {@code body {}}; what has a minus sign before it is left out.
 *
 * @param valid the request
 * @param match what it means
 */
record ChangedRequest(Request valid, Match.Found match) {
    private static final String PLAIN_IN_QUERIES = "%&=+,";

    Request with(String change) {
        String[] words = change.split(" ", 2);
        String what = words.length < 2 ? "" : words[1];
        return switch (words[0]) {
            case "path" -> valid.withPath(path(what));
            case "query" ->
                valid.withQuery(String.join("&", parts(List.of(valid.query().split("&", -1)), what)));
            case "cookie" -> valid.withHeader("Cookie", String.join("; ", parts(cookies(), what)));
            case "header" -> valid.withHeaders(headers(what));
            case "type" -> valid.withHeaders(headers("-".equals(what) ? "-Content-Type" : "Content-Type=" + what));
            case "body" -> valid.withBody("-".equals(what) ? Body.empty() : Body.of(what));
            default -> throw new IllegalArgumentException(change);
        };
    }

    private String path(String change) {
        int equals = change.indexOf('=');
        Operation operation = match.operation();
        Map<String, String> values = new HashMap<>(match.pathValues());
        values.put(change.substring(0, equals), change.substring(equals + 1));
        return operation.basePaths().get(0) + operation.template().expand(values);
    }

    private List<String> cookies() {
        return valid.headers().all("Cookie").stream()
                .flatMap(line -> List.of(line.split("; ", -1)).stream())
                .toList();
    }

    /** The parts without those of the changed name, and with the new ones. */
    private static List<String> parts(List<String> before, String change) {
        List<String> parts = new ArrayList<>();
        for (String part : before) {
            String decoded = PercentCoding.decode(part).orElse(part);
            boolean same = name(decoded).equals(name(change.startsWith("-") ? change.substring(1) : change));
            if (!same && !part.isEmpty()) {
                parts.add(part);
            }
        }
        if (!change.startsWith("-")) {
            parts.add(PercentCoding.encode(change, PLAIN_IN_QUERIES));
        }
        return parts;
    }

    private static String name(String part) {
        return part.split("[=\\[]", 2)[0];
    }

    private Headers headers(String change) {
        if (change.startsWith("-")) {
            return valid.headers().without(change.substring(1));
        }
        int equals = change.indexOf('=');
        return valid.headers().with(change.substring(0, equals), change.substring(equals + 1));
    }

    /** {@return a change after another} */
    static Request of(Request valid, Match.Found match, String changes) {
        Request changed = valid;
        for (String change : changes.split(" && ", -1)) {
            changed = new ChangedRequest(changed, match).with(change);
        }
        return changed;
    }
}
