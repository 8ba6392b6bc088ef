package plumbline.conformance.random;

import java.util.ArrayList;
import java.util.List;

/** The refusals of one contract: one shape for all of them; written as JSON. */
final class RandomErrors {
    private static final List<String> BODIES = List.of(
            "",
            ", \"content\": {\"application/problem+json\": {\"schema\": {\"type\": \"object\", \"required\": [\"title\", \"status\"], \"properties\": {\"type\": {\"type\": \"string\"}, \"title\": {\"type\": \"string\"}, \"status\": {\"type\": \"integer\"}, \"detail\": {\"type\": \"string\"}}}}}",
            ", \"content\": {\"application/json\": {\"schema\": {\"type\": \"object\", \"required\": [\"code\", \"message\"], \"additionalProperties\": false, \"properties\": {\"code\": {\"type\": \"string\", \"enum\": [\"invalid\", \"missing\", \"other\"]}, \"message\": {\"type\": \"string\"}}}}}",
            ", \"content\": {\"application/json\": {\"schema\": {\"type\": \"object\", \"required\": [\"errors\"], \"properties\": {\"errors\": {\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"object\", \"required\": [\"reason\"], \"properties\": {\"field\": {\"type\": \"string\"}, \"reason\": {\"type\": \"string\"}}}}}}}}",
            ", \"content\": {\"application/json\": {\"schema\": {\"type\": \"object\", \"properties\": {\"error\": {\"type\": \"object\", \"properties\": {\"code\": {\"type\": \"integer\"}, \"message\": {\"type\": \"string\", \"maxLength\": 60}}}}}, \"example\": {\"error\": {\"code\": 7, \"message\": \"No.\"}}}}",
            ", \"content\": {\"text/plain\": {\"schema\": {\"type\": \"string\"}}}");

    private final Choosing choosing;
    private final String body;
    private final String refused;
    private final boolean challenges;

    RandomErrors(Choosing choosing, boolean challenges) {
        this.choosing = choosing;
        this.body = choosing.any(BODIES);
        this.refused = choosing.any("400", "422", "4XX", "default", "");
        this.challenges = challenges;
    }

    /** {@return the refusals of an operation, each led by a comma} */
    String of(String... others) {
        List<String> statuses = new ArrayList<>(List.of(others));
        if (!refused.isEmpty()) {
            statuses.add(refused);
        }
        if (challenges && choosing.inOneOf(2)) {
            statuses.add("401");
        }
        StringBuilder all = new StringBuilder();
        for (String status : statuses) {
            String shape = status.equals("304") ? "" : body;
            all.append(", \"%s\": {\"description\": \"Refused.\"%s}".formatted(status, shape));
        }
        return all.toString();
    }
}
