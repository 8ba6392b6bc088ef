package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was found of a resource. */
final class ResourceText {
    private ResourceText() {}

    static List<String> lines(Resource resource) {
        List<String> lines = new ArrayList<>();
        lines.add(resource.path());
        resource.items().forEach(item -> lines.add("  items: " + item.template()));
        if (resource.parent() != null) {
            lines.add("  part of: " + resource.parent());
        }
        resource.keys().forEach(key -> lines.add("  key: " + key + " (" + key.reason() + ")"));
        resource.members().forEach(member -> lines.add("  " + member(member)));
        return lines;
    }

    private static String member(Member member) {
        StringBuilder text = new StringBuilder()
                .append(member.role())
                .append(": ")
                .append(member.operation().title());
        member.showing().ifPresent(showing -> {
            text.append(", ").append(showing);
            if (member.role() == Role.CREATE) {
                text.append(keys(" with ", showing.keys()));
            }
        });
        return text.append(keys(", takes ", member.sent()))
                .append(" (")
                .append(member.reason())
                .append(')')
                .toString();
    }

    private static String keys(String before, List<Key> keys) {
        return keys.isEmpty() ? "" : keys.stream().map(Key::toString).collect(Collectors.joining(", ", before, ""));
    }
}
