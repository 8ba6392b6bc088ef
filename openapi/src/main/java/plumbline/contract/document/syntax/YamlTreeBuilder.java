package plumbline.contract.document.syntax;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes a JSON tree of YAML events; aliases share the tree of their anchor. */
final class YamlTreeBuilder {
    private static final int DEEPEST_NESTING = 500;
    /** Whoever walks through the tree meets what is aliased each time anew, so it may only grow in proportion. */
    private static final long MOST_REPETITIONS = 10;

    private static final long ALWAYS_ALLOWED = 200_000;
    private static final String MERGE = "<<";

    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int depth;
    private int deepest;
    private long values;
    private long written;

    /** A value, and the number of values in it and how deep they are nested, aliases expanded. */
    private record Anchored(JsonNode value, long size, int height) {}

    YamlTreeBuilder(Iterable<Event> events) {
        this.events = events.iterator();
    }

    JsonNode build() throws SyntaxException {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw fault("the document is empty", event);
        }
        JsonNode root = value(event);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw fault("a second document starts here, where only one is expected", end);
        }
        return root;
    }

    private JsonNode value(Event event) throws SyntaxException {
        long before = values;
        int deepestBefore = deepest;
        count(1, event);
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        descend(++depth, event);
        deepest = depth;
        JsonNode value;
        if (event instanceof ScalarEvent scalar) {
            value = YamlScalars.value(scalar);
        } else if (event instanceof SequenceStartEvent) {
            value = sequence();
        } else {
            value = mapping();
        }
        depth--;
        Anchored anchored = new Anchored(value, values - before, deepest - depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, anchored));
        deepest = Math.max(deepest, deepestBefore);
        return value;
    }

    private void descend(int to, Event event) throws SyntaxException {
        if (to > DEEPEST_NESTING) {
            throw fault("values are nested more than " + DEEPEST_NESTING + " deep", event);
        }
        deepest = Math.max(deepest, to);
    }

    private void count(long more, Event event) throws SyntaxException {
        values += more;
        written++;
        if (values > ALWAYS_ALLOWED + MOST_REPETITIONS * written) {
            throw fault("aliases make this document grow to more than " + (values - more) + " values", event);
        }
    }

    private JsonNode aliased(AliasEvent alias) throws SyntaxException {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw fault("the alias *" + alias.getAlias() + " names no anchor that is complete above it", alias);
        }
        count(anchored.size(), alias);
        descend(depth + anchored.height(), alias);
        return anchored.value();
    }

    private ArrayNode sequence() throws SyntaxException {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event));
        }
        return items;
    }

    private ObjectNode mapping() throws SyntaxException {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String name = key(event);
            JsonNode value = value(events.next());
            if (MERGE.equals(name)) {
                merge(merged, value, event);
            } else if (members.has(name)) {
                throw fault("the key '" + name + "' stands twice in one mapping", event);
            } else {
                members.set(name, value);
            }
        }
        merged.properties().forEach(member -> members.putIfAbsent(member.getKey(), member.getValue()));
        return members;
    }

    private String key(Event event) throws SyntaxException {
        if (event instanceof ScalarEvent scalar) {
            scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(YamlScalars.value(scalar), 1, 1)));
            return scalar.getValue();
        }
        if (event instanceof AliasEvent alias) {
            JsonNode name = aliased(alias);
            if (name.isValueNode()) {
                return name.asString();
            }
        }
        throw fault("a mapping key must be a single word or text", event);
    }

    private static void merge(ObjectNode target, JsonNode source, Event event) throws SyntaxException {
        if (source.isObject()) {
            source.properties().forEach(member -> target.putIfAbsent(member.getKey(), member.getValue()));
        } else if (source.isArray()) {
            for (JsonNode item : source) {
                merge(target, item, event);
            }
        } else {
            throw fault("the merge key << takes a mapping or a list of mappings", event);
        }
    }

    private static SyntaxException fault(String message, Event event) {
        return YamlSyntax.failure(message, event.getStartMark());
    }
}
