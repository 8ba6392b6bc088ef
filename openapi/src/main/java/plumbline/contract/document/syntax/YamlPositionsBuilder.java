package plumbline.contract.document.syntax;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Notes where each value of a well-formed YAML text starts; a member starts at its key. */
final class YamlPositionsBuilder {
    private final Iterator<Event> events;
    private final Map<Anchor, YamlPositions> anchors = new HashMap<>();

    YamlPositionsBuilder(Iterable<Event> events) {
        this.events = events.iterator();
    }

    YamlPositions build() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        return value(event, event);
    }

    private YamlPositions value(Event event, Event start) {
        if (event instanceof AliasEvent alias) {
            @Nullable YamlPositions anchored = anchors.get(alias.getAlias());
            return anchored == null ? at(start) : at(start).sharing(anchored);
        }
        YamlPositions positions = at(start);
        if (event.getEventId() == Event.ID.SequenceStart) {
            for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
                positions.addItem(value(item, item));
            }
        } else if (event.getEventId() == Event.ID.MappingStart) {
            for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
                YamlPositions member = value(events.next(), key);
                if (key instanceof ScalarEvent scalar) {
                    positions.addMember(scalar.getValue(), member);
                }
            }
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, positions));
        return positions;
    }

    private static YamlPositions at(Event event) {
        return event.getStartMark()
                .map((Mark mark) -> new YamlPositions(mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new YamlPositions(0, 0));
    }
}
