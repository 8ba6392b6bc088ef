package plumbline.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;

/** Finds the base paths under which an operation is served. */
final class ServerReader {
    private static final int MOST_VARIANTS = 32;
    private static final Pattern ABOVE_ROOT = Pattern.compile("^(/\\.\\.)+(?=/|$)");
    private static final Pattern LAST_SLASHES = Pattern.compile("/+$");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    private static final URI ROOT = URI.create("http://document.invalid/");

    private final ReaderContext context;

    ServerReader(ReaderContext context) {
        this.context = context;
    }

    /** {@return the base paths, without trailing slash, of the innermost servers that are declared, or the given one} */
    List<String> basePaths(Node pathItem, Node operation) {
        List<Node> servers = operation.items("servers");
        List<Node> own = servers.isEmpty() ? pathItem.items("servers") : servers;
        List<Node> usual = context.root().items("servers");
        if (context.basePath().isEmpty()) {
            return paths(own.isEmpty() ? usual : own);
        }
        String given = trimmed(context.basePath().get());
        return own.isEmpty() ? List.of(given) : beside(given, paths(usual), paths(own));
    }

    /** Where a given base path stands for one of the usual ones, those of an operation's own servers stand beside it. */
    private static List<String> beside(String given, List<String> usual, List<String> own) {
        Optional<String> replaced = usual.stream()
                .filter(path -> path.isEmpty() ? given.isEmpty() : given.endsWith(path))
                .max(Comparator.comparing(String::length));
        if (replaced.isEmpty() || own.contains(replaced.get())) {
            return List.of(given);
        }
        String start = given.substring(0, given.length() - replaced.get().length());
        return own.stream().map(start::concat).toList();
    }

    private List<String> paths(List<Node> servers) {
        Set<String> paths = new LinkedHashSet<>();
        for (Node server : servers) {
            for (String url : urls(server)) {
                path(server, url).ifPresent(paths::add);
            }
        }
        return paths.isEmpty() ? List.of("") : List.copyOf(paths);
    }

    /** The URL with each variable replaced by its default, and by each of its other values. */
    private List<String> urls(Node server) {
        if (server.text("url").isEmpty()) {
            context.problems().about(Topic.SERVER).error(server, "the server has no URL", "add 'url:'");
        }
        List<String> urls = List.of(server.text("url").orElse("/"));
        for (Map.Entry<String, Node> variable : server.members("variables").entrySet()) {
            List<String> replaced = new ArrayList<>();
            for (String url : urls) {
                for (String value : values(variable.getValue())) {
                    replaced.add(url.replace("{" + variable.getKey() + "}", value));
                }
            }
            urls = replaced.size() > MOST_VARIANTS ? replaced.subList(0, MOST_VARIANTS) : replaced;
        }
        return urls;
    }

    private Set<String> values(Node variable) {
        Set<String> values = new LinkedHashSet<>();
        variable.get("default").ifPresent(value -> values.add(value.value().asString("")));
        variable.items("enum").forEach(value -> values.add(value.value().asString("")));
        if (values.isEmpty()) {
            context.problems()
                    .about(Topic.SERVER)
                    .error(variable, "the server variable has no default", "add 'default:'");
            values.add("");
        }
        return values;
    }

    private Optional<String> path(Node server, String url) {
        String known = withoutUndeclared(server, url);
        try {
            String path =
                    ROOT.resolve(new URI(known.replace(" ", "%20"))).normalize().getRawPath();
            return Optional.of(
                    path == null ? "" : trimmed(ABOVE_ROOT.matcher(path).replaceFirst("")));
        } catch (URISyntaxException e) {
            context.problems()
                    .about(Topic.SERVER)
                    .warning(
                            server,
                            "the server URL '" + url + "' cannot be read and is passed over",
                            "write a URL such as https://example.com/api");
            return Optional.empty();
        }
    }

    /** Variables that nothing is known of do not keep the document from being used: most stand for hosts. */
    private String withoutUndeclared(Node server, String url) {
        Matcher variable = VARIABLE.matcher(url);
        return variable.replaceAll(found -> {
            String name = found.group(1);
            context.problems()
                    .about(Topic.SERVER)
                    .warning(
                            server,
                            "the server URL '" + url + "' has the variable '" + name + "', which is not declared",
                            "declare it under 'variables'; until then its value is taken to be '" + name + "'");
            return Matcher.quoteReplacement(name);
        });
    }

    private static String trimmed(String path) {
        String trimmed = LAST_SLASHES.matcher(path).replaceFirst("");
        return trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : "/" + trimmed;
    }
}
