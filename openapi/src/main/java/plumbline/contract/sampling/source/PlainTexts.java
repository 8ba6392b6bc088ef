package plumbline.contract.sampling.source;

import java.util.List;
import java.util.Locale;

/**
 * Plain words for texts that a schema leaves free.
 *
 * @param choices what is left open
 */
public record PlainTexts(Choices choices) {
    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "juniper", "kestrel",
            "lagoon", "meadow", "north", "opal", "prairie", "quartz", "river", "summit", "tundra", "valley", "willow");

    public String word(ValueName valueName) {
        String name = valueName.name();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("id") || lower.endsWith("_id") || name.endsWith("Id")) {
            return new FormatTexts(choices).make("uuid", name);
        }
        if (lower.contains("email")) {
            return new FormatTexts(choices).make("email", name);
        }
        return choices.preferRealistic() ? RealisticTexts.of(valueName, choices).orElseGet(this::any) : any();
    }

    String any() {
        return WORDS.get(choices.index(WORDS.size()));
    }
}
