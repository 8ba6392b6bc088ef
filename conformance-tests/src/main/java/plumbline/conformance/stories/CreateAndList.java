package plumbline.conformance.stories;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** What is created appears in the list. */
public record CreateAndList(Lifecycle life, Operation list) implements Story {
    private static final CheckId CHECK = CheckId.CREATED_IS_LISTED;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> item = isNarrowed() ? Optional.empty() : life.create(conversation, 2);
        if (item.isEmpty()) {
            return;
        }
        Pages.Walk walk = new Pages(list)
                .walk(conversation, life.listing(item.get(), list), Pages.MANY, new Expectation.Success());
        if (!walk.isComplete()) {
            return;
        }
        String id = item.get().name();
        boolean isListed = walk.items().stream().anyMatch(listed -> isNamed(listed, id));
        boolean isTelling = isListed
                || isNamed(
                        JsonValues.json(item.get().created()).orElse(item.get().sent()), id);
        if (isTelling) {
            conversation.conclude(CHECK, isListed ? Optional.empty() : Optional.of(missing(id, walk.items())));
        }
    }

    /** Whether the list must be asked for what items have, which the new one may not. */
    private boolean isNarrowed() {
        Set<String> properties = life.resource()
                .itemSchemas()
                .flatMap(schema -> JsonValues.declared(schema).stream())
                .collect(Collectors.toSet());
        return list.parameters(Parameter.In.QUERY).stream()
                .anyMatch(parameter -> parameter.required() && properties.contains(parameter.name()));
    }

    private boolean isNamed(JsonNode value, String id) {
        return life.resource().keyNames().stream()
                .anyMatch(name -> value.path(name).asString("").equals(id));
    }

    private Finding missing(String id, List<JsonNode> items) {
        return new Promise(CHECK, list)
                .broken(
                        "what was created is not in the list",
                        "an item '" + id + "'",
                        items.size() + " items without it")
                .at("body")
                .withHint("list what has been created");
    }
}
