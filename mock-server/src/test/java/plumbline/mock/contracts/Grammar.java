package plumbline.mock.contracts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;

/** The keywords of each kind of object in a document, and the kinds of the objects that they hold. */
final class Grammar {
    private static final Pattern KEYWORD = Pattern.compile("([$\\w]+)(\\[]|\\{})?(?:>(\\w+))?");

    private final Map<String, Map<String, Keyword>> kinds = new LinkedHashMap<>();

    /** A keyword, how it holds objects (one, a list or a map of them), and of which kind; without kind it holds data. */
    private record Keyword(String name, String holds, String kind) {
        List<Node> objects(Node value) {
            if (kind.isEmpty()) {
                return List.of();
            }
            return switch (holds) {
                case "[]" -> value.items();
                case "{}" -> List.copyOf(value.members().values());
                default -> List.of(value);
            };
        }
    }

    Grammar(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split("\\|", 2);
            Map<String, Keyword> keywords = kinds.computeIfAbsent(parts[0].trim(), kind -> new LinkedHashMap<>());
            for (String text : parts[1].trim().split(" ", -1)) {
                Matcher keyword = KEYWORD.matcher(text);
                if (!keyword.matches()) {
                    throw new IllegalArgumentException(line);
                }
                String holds = keyword.group(2) == null ? "" : keyword.group(2);
                String kind = keyword.group(3) == null ? "" : keyword.group(3);
                keywords.put(keyword.group(1), new Keyword(keyword.group(1), holds, kind));
            }
        }
    }

    /** {@return all terms, such as {@code schema.minLength}} */
    List<String> terms() {
        List<String> terms = new ArrayList<>();
        kinds.forEach((kind, keywords) -> keywords.keySet().forEach(name -> terms.add(kind + "." + name)));
        return terms;
    }

    /** {@return the terms that a document uses, those of the files that it refers to included} */
    Set<String> used(Node root) {
        Set<String> used = new HashSet<>();
        walk(root, "document", used, new HashSet<>());
        return used;
    }

    private void walk(Node node, String kind, Set<String> used, Set<String> seen) {
        if (!seen.add(kind + " " + node.identity())) {
            return;
        }
        if (node.isReference()) {
            walk(node.resolved(), kind, used, seen);
        }
        Map<String, Keyword> keywords = kinds.getOrDefault(kind, Map.of());
        node.members().forEach((name, member) -> {
            Keyword keyword = keywords.get(name);
            if (keyword != null) {
                used.add(kind + "." + name);
                values(kind, name, member, used);
                keyword.objects(member).forEach(object -> walk(object, keyword.kind(), used, seen));
            }
        });
    }

    private static void values(String kind, String name, Node value, Set<String> used) {
        if ("schema".equals(kind) && ("type".equals(name) || "format".equals(name))) {
            used.add("schema." + name + ": " + value.value().asString(""));
            value.items()
                    .forEach(item ->
                            used.add("schema." + name + ": " + item.value().asString("")));
        }
    }
}
