package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.contract.validation.RelevantErrors.Choice;
import plumbline.contract.validation.RelevantErrors.Relevant;
import plumbline.contract.validation.rewriting.SchemaPath;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.Error;

/**
 * Says which of several choices a message is about, and why that one.
 *
 * @param path the way from schema to schema
 * @param value the value that was judged
 */
record ChoiceMessage(SchemaPath path, JsonNode value) {
    KeywordMessage complete(KeywordMessage message, Relevant relevant) {
        EvaluationSteps steps = EvaluationSteps.of(relevant.error());
        KeywordMessage named = "oneOf".equals(message.rule()) ? ambiguous(message, relevant.error()) : message;
        StringBuilder text = new StringBuilder(named.text());
        for (Choice choice : relevant.choices()) {
            text.append(taken(choice, steps));
        }
        return new KeywordMessage(
                steps.isOfDerivedSchema() ? "discriminator" : named.rule(),
                discriminated(steps, relevant.error()) + text,
                named.expected(),
                named.actual());
    }

    private String taken(Choice choice, EvaluationSteps steps) {
        String keyword = steps.segments().get(choice.keyword());
        List<Node> choices =
                path.node(steps.upTo(choice.keyword() + 1)).map(Node::items).orElse(List.of());
        if (choices.size() < 2 || choice.index() >= choices.size()) {
            return "";
        }
        return " (taken for " + SchemaPath.name(choices.get(choice.index()), choice.index()) + ", the closest of the "
                + choices.size() + " choices of " + keyword + ")";
    }

    private static KeywordMessage with(KeywordMessage message, String text) {
        return new KeywordMessage(message.rule(), text, message.expected(), message.actual());
    }

    /** More than one choice fits; the validator names them by their numbers. */
    private KeywordMessage ambiguous(KeywordMessage message, Error error) {
        Object[] arguments = error.getArguments() == null ? new Object[0] : error.getArguments();
        List<Node> choices =
                path.node(EvaluationSteps.of(error).segments()).map(Node::items).orElse(List.of());
        List<String> names = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            for (String number : String.valueOf(arguments[i]).split(",", -1)) {
                String digits = number.trim();
                if (digits.matches("[0-9]{1,6}") && Integer.parseInt(digits) < choices.size()) {
                    int index = Integer.parseInt(digits);
                    names.add(SchemaPath.name(choices.get(index), index) + " ("
                            + choices.get(index).resolved().place().withoutFolders() + ")");
                }
            }
        }
        return names.size() < 2
                ? message
                : with(
                        message,
                        "fits " + names.size() + " choices of oneOf, but may fit only one: "
                                + String.join(" and ", names));
    }

    /** Why a schema must hold that no one refers to here. */
    private String discriminated(EvaluationSteps steps, Error error) {
        Optional<Integer> rule = steps.discriminatorRule();
        if (rule.isEmpty() || !"then".equals(steps.segments().get(rule.get() + 6))) {
            return "";
        }
        List<String> place = EvaluationSteps.names(error.getInstanceLocation());
        StringBuilder pointer = new StringBuilder();
        place.subList(0, Math.min(steps.depth(0, rule.get()), place.size()))
                .forEach(token -> pointer.append('/').append(Pointers.escape(token)));
        String property = steps.discriminatingProperty();
        JsonNode kind = value.at(pointer + "/" + Pointers.escape(property));
        return "(as its " + property + " is " + KeywordMessage.excerpt(kind) + ") ";
    }
}
