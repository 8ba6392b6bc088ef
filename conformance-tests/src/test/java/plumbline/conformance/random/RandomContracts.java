package plumbline.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes contracts of many kinds that a server can keep, equal for equal seeds; written as JSON. */
public final class RandomContracts {
    private static final List<String> NOUNS = List.of("hat", "order", "invoice", "ticket", "room", "device");
    private static final List<String> SCHEMES = List.of(
            "{\"type\": \"http\", \"scheme\": \"basic\"}",
            "{\"type\": \"http\", \"scheme\": \"bearer\"}",
            "{\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\"}",
            "{\"type\": \"apiKey\", \"in\": \"query\", \"name\": \"key\"}",
            "{\"type\": \"apiKey\", \"in\": \"cookie\", \"name\": \"session\"}");

    private final Choosing choosing;
    private final boolean isSecured;
    private final RandomErrors errors;
    private final List<String> paths = new ArrayList<>();
    private final List<String> schemas = new ArrayList<>(List.of(RandomShapes.COMPONENTS));

    private RandomContracts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.choosing = new Choosing(random, random.nextBoolean());
        this.isSecured = choosing.inOneOf(2);
        this.errors = new RandomErrors(choosing, isSecured);
    }

    /** {@return the contract of this seed} */
    public static String of(long seed) {
        return new RandomContracts(seed).document();
    }

    private String document() {
        int first = choosing.below(NOUNS.size());
        for (int i = choosing.below(3); i >= 0; i--) {
            resource(NOUNS.get((first + i) % NOUNS.size()));
        }
        RandomServices services = new RandomServices(choosing, errors);
        for (int i = choosing.below(3); i > 0; i--) {
            paths.add(services.path(i));
        }
        String servers = choosing.any("", "\"servers\": [{\"url\": \"/api/v1\"}], ");
        return "{\"openapi\": \"%s\", \"info\": {\"title\": \"Random\", \"version\": \"1\"}, %s%s\"paths\": {%s}, \"components\": {%s\"schemas\": {%s}}}"
                .formatted(
                        choosing.is31() ? "3.1.0" : "3.0.3",
                        servers,
                        isSecured ? security() : "",
                        String.join(",\n", paths),
                        isSecured ? "\"securitySchemes\": {\"one\": %s}, ".formatted(choosing.any(SCHEMES)) : "",
                        String.join(",\n", schemas));
    }

    private String security() {
        return choosing.inOneOf(4) ? "\"security\": [{}, {\"one\": []}], " : "\"security\": [{\"one\": []}], ";
    }

    private void resource(String noun) {
        RandomResource resource = new RandomResource(choosing, errors, noun, "", List.of());
        boolean hasParts = choosing.inOneOf(3);
        boolean hasSettings = choosing.inOneOf(4);
        schemas.add(resource.schemas());
        // What is below an item can be reached only by who can find one.
        paths.addAll(resource.paths(hasParts || hasSettings));
        if (hasParts) {
            RandomResource below = new RandomResource(
                    choosing, errors, noun + "Part", resource.itemPath(), resource.parametersBelow());
            schemas.add(below.schemas());
            paths.addAll(below.paths(false));
        }
        if (hasSettings) {
            singleton(noun, resource);
        }
    }

    private void singleton(String noun, RandomResource resource) {
        boolean isBelow = choosing.inOneOf(2);
        String schema =
                "{\"type\": \"object\", \"required\": [\"level\"], \"properties\": {\"level\": {\"type\": \"integer\"}, \"title\": %s}}"
                        .formatted(new RandomShapes(choosing).text());
        String content = "\"content\": {\"application/json\": {\"schema\": %s}}".formatted(schema);
        String shown = "\"responses\": {\"200\": {\"description\": \"Settings.\", %s}%s}";
        String refusals = isBelow ? errors.of("404") : errors.of();
        List<String> operations = List.of(
                "\"get\": {\"operationId\": \"read%sSettings\", %s}"
                        .formatted(noun, shown.formatted(content, refusals)),
                "\"put\": {\"operationId\": \"put%sSettings\", \"requestBody\": {\"required\": true, %s}, %s}"
                        .formatted(noun, content, shown.formatted(content, refusals)));
        paths.add(
                isBelow
                        ? RandomResource.path(resource.itemPath() + "/settings", resource.parametersBelow(), operations)
                        : RandomResource.path("/" + noun + "-settings", List.of(), operations));
    }
}
