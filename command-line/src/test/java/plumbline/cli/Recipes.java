package plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;

/** What we tell others to run, and run ourselves: CI.md and our own workflow. */
final class Recipes {
    static final Path WORKFLOW = Path.of("../.github/workflows/ci.yml");
    private static final Path DOCUMENT = Path.of("CI.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern IN_XML = Pattern.compile("<commandlineArgs>(.*?)</commandlineArgs>");
    private static final Pattern IN_GROOVY = Pattern.compile("(?s)sh '''(.*?)'''|sh '([^'\n]*)'");
    private static final Set<String> SHELL = Set.of("run", "script", "entry");

    private final Path folder;

    /** Recipes, whose parts are written to this folder to be read. */
    Recipes(Path folder) {
        this.folder = folder;
    }

    /** {@return all scripts for a shell} */
    List<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>(blocks("sh"));
        for (Node document : documents()) {
            collect(document, scripts);
        }
        for (String groovy : blocks("groovy")) {
            IN_GROOVY
                    .matcher(groovy)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(scripts::add);
        }
        for (String xml : blocks("xml")) {
            IN_XML.matcher(xml)
                    .results()
                    .map(found -> "plumbline " + found.group(1))
                    .forEach(scripts::add);
        }
        return scripts;
    }

    /** {@return all documents in YAML, among them our own workflow} */
    List<Node> documents() throws IOException {
        List<Node> documents = new ArrayList<>(List.of(read(WORKFLOW)));
        for (String text : blocks("yaml")) {
            documents.add(read(text));
        }
        return documents;
    }

    /** {@return the arguments of each container that our manifests for Kubernetes start} */
    List<List<String>> containers() throws IOException {
        List<List<String>> containers = new ArrayList<>();
        for (String object : objects()) {
            collectArguments(read(object), containers);
        }
        return containers;
    }

    /** {@return the text of each object that our manifests for Kubernetes describe} */
    static List<String> objects() throws IOException {
        List<String> objects = new ArrayList<>();
        for (String manifest : List.of("mock/mock.yaml", "suite/suite.yaml")) {
            String text = Files.readString(Path.of("src/kubernetes").resolve(manifest));
            objects.addAll(List.of(text.split("\n---\n", -1)));
        }
        return objects;
    }

    /** {@return a document in YAML} */
    Node read(String text) throws IOException {
        return read(Files.writeString(Files.createTempFile(folder, "recipe", ".yaml"), text));
    }

    private static void collectArguments(Node node, List<List<String>> containers) {
        node.get("args")
                .ifPresent(arguments -> containers.add(arguments.items().stream()
                        .map(argument -> argument.value().asString())
                        .toList()));
        node.members().values().forEach(member -> collectArguments(member, containers));
        node.items().forEach(item -> collectArguments(item, containers));
    }

    private static Node read(Path file) {
        return Documents.read(UriSource.of(file, ReferencePolicy.strict())).root();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private static void collect(Node node, List<String> scripts) {
        node.members().forEach((name, value) -> {
            if (SHELL.contains(name) && !value.value().isObject()) {
                scripts.add(Stream.concat(Stream.of(value), value.items().stream())
                        .filter(line -> line.value().isString())
                        .map(line -> line.value().asString())
                        .collect(Collectors.joining("\n")));
            }
            collect(value, scripts);
        });
        node.items().forEach(item -> collect(item, scripts));
    }
}
