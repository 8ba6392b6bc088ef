package plumbline.mock.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.control.switches.Delay;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.engine.Breakage;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/** Reads what an operation is to do for a while, and tells all that is wrong with it. */
final class SwitchReading {
    private static final List<String> MEMBERS = List.of("status", "example", "delay", "fault", "empty");
    private static final int FIRST_STATUS = 200;
    private static final int LAST_STATUS = 599;

    private final Operation operation;
    private final JsonNode json;
    private final List<String> faults = new ArrayList<>();
    private final Switch value;

    SwitchReading(Operation operation, JsonNode json, Predicate<Operation> isList) {
        this.operation = operation;
        this.json = json;
        this.value = json.isObject() ? read() : Switch.NONE;
        check(isList);
    }

    /** {@return what is wrong, as sentences; nothing if it can be used} */
    List<String> faults() {
        return faults;
    }

    Switch value() {
        return value;
    }

    private Switch read() {
        @Nullable Integer status = status();
        @Nullable String example = text("example");
        return new Switch(
                example == null || status != null ? status : statusOf(example), example, delay(), fault(), empty());
    }

    private void check(Predicate<Operation> isList) {
        if (!json.isObject()) {
            faults.add("Send an object such as {\"status\": 503}.");
            return;
        }
        json.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> faults.add(
                        "'" + name + "' is none of " + names(MEMBERS) + Spelling.suggestion(name, MEMBERS) + "."));
        if (json.isEmpty()) {
            faults.add("Name at least one of " + names(MEMBERS) + "; DELETE ends what is set.");
        }
        if (value.fault() != null && (json.has("status") || json.has("example") || value.empty())) {
            faults.add("Where the connection breaks there is no answer: leave out 'fault', or the answer.");
        }
        if (value.empty() && (json.has("status") || json.has("example"))) {
            faults.add("An empty list has a status and no example: leave out 'empty', or the others.");
        }
        if (value.empty() && !isList.test(operation)) {
            faults.add(operation.title() + " lists no items that the mock knows, so that it cannot be empty.");
        }
    }

    private @Nullable JsonNode member(String name) {
        @Nullable JsonNode member = json.get(name);
        return member == null || member.isNull() ? null : member;
    }

    private @Nullable String text(String name) {
        @Nullable JsonNode member = member(name);
        if (member != null && !member.isString()) {
            faults.add("'" + name + "' is a text, not " + member + ".");
        }
        return member == null || !member.isString() ? null : member.stringValue();
    }

    private boolean empty() {
        @Nullable JsonNode member = member("empty");
        if (member != null && !member.isBoolean()) {
            faults.add("'empty' is true or false, not " + member + ".");
        }
        return member != null && member.isBoolean() && member.booleanValue();
    }

    private @Nullable Integer status() {
        @Nullable JsonNode member = member("status");
        if (member == null) {
            return null;
        }
        int status = member.isInt() ? member.intValue() : 0;
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            faults.add("'status' is a number from 200 to 599, not " + member + ".");
            return null;
        }
        Switch wished = Switch.failing(status);
        if (!wished.isRefusal() && operation.response(status).isEmpty()) {
            faults.add(operation.title() + " documents no " + status + ", but "
                    + names(operation.responses().stream()
                            .map(ResponseSpec::key)
                            .toList())
                    + "; only failures may be undocumented.");
        }
        return status;
    }

    private @Nullable Delay delay() {
        @Nullable String text = text("delay");
        try {
            return text == null ? null : Delay.parse(text);
        } catch (UnusableInputException e) {
            faults.add("'delay' cannot be read: " + e.getMessage() + ".");
            return null;
        }
    }

    private @Nullable Breakage fault() {
        @Nullable String text = text("fault");
        Optional<Breakage> fault = text == null ? Optional.empty() : Breakage.parse(text);
        if (text != null && fault.isEmpty()) {
            faults.add("'fault' is one of " + names(Breakage.names()) + ", not '" + text + "'"
                    + Spelling.suggestion(text, Breakage.names()) + ".");
        }
        return fault.orElse(null);
    }

    /** The status of the response that documents an example; null for the one that is answered with anyway. */
    private @Nullable Integer statusOf(String example) {
        Optional<ResponseSpec> spec = operation.responses().stream()
                .filter(response -> examples(response).anyMatch(example::equals))
                .min(java.util.Comparator.comparing(response -> !response.isSuccess()));
        if (spec.isEmpty()) {
            List<String> known = operation.responses().stream()
                    .flatMap(SwitchReading::examples)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            faults.add(operation.title() + " documents no example '" + example + "'"
                    + (known.isEmpty()
                            ? ", and no other that has a name."
                            : Spelling.suggestion(example, known) + "; its examples are " + names(known) + "."));
        }
        return spec.filter(ResponseSpec::isExact)
                .map(found -> Integer.valueOf(found.key()))
                .orElse(null);
    }

    private static Stream<String> examples(ResponseSpec response) {
        return response.content().stream()
                .flatMap(content -> content.examples().stream())
                .map(Example::name);
    }

    private static String names(Collection<String> names) {
        return String.join(", ", names);
    }
}
