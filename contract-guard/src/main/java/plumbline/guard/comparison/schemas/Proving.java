package plumbline.guard.comparison.schemas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.changes.Impact;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.AllowedValues;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.guard.comparison.flattening.Nullability;
import plumbline.guard.comparison.witnesses.Witness;
import plumbline.guard.comparison.witnesses.WitnessSearch;
import plumbline.guard.comparison.witnesses.Witnesses;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Shows changes by values, and finds by values what the structure of schemas does not tell: choices of which two fit, and
 * conditions.
 */
record Proving(SchemaComparison schemas, WitnessSearch search) {
    /** Keywords whose effect depends on what else is there. */
    private static final String[] UNDECIDED = {
        "oneOf",
        "anyOf",
        "not",
        "if",
        "then",
        "else",
        "contains",
        "dependentSchemas",
        "dependentRequired",
        "dependencies",
        "unevaluatedProperties",
        "unevaluatedItems",
        "patternProperties",
        "propertyNames",
        "discriminator"
    };

    /** What comes besides is told of as such. */
    private static final Set<String> OPENING = Set.of("additionalProperties", "unevaluatedProperties", "false");

    void prove(SchemaDifferences differences) {
        if (!differences.startProving()) {
            return;
        }
        boolean isUndecided = isUndecided(differences);
        boolean isBreaking = differences.own().stream().anyMatch(Proving::isToBeShown);
        if (!isUndecided && !isBreaking) {
            return;
        }
        SchemaPair pair = differences.pair();
        boolean isResponse = pair.side() == MessageSide.RESPONSE;
        Direction direction = isResponse ? Direction.RESPONSE : Direction.REQUEST;
        if (isBreaking && areAllListedValuesFine(differences)) {
            differences.own().replaceAll(difference -> disproven(difference, pair.side()));
            return;
        }
        Witnesses witnesses = search.between(pair.before(), pair.now(), direction, pair.side() == MessageSide.TEXT);
        List<Witness> breaking = isResponse ? witnesses.allowed() : witnesses.refused();
        differences.own().replaceAll(difference -> shown(difference, breaking, pair.side()));
        if (isUndecided) {
            tellWhatOnlyValuesShow(differences, witnesses, isResponse);
        }
    }

    /** Where all values are listed that clients send, or get, each can be tried. */
    boolean areAllListedValuesFine(SchemaDifferences differences) {
        boolean isResponse = differences.side() == MessageSide.RESPONSE;
        FlatSchema source = isResponse ? differences.now() : differences.before();
        Optional<AllowedValues> values = source.values();
        if (values.isEmpty() || Nullability.isAllowed(source)) {
            return false;
        }
        List<JsonNode> listed =
                values.get().byText().values().stream().map(Node::value).toList();
        SchemaPair pair = differences.pair();
        return isResponse
                ? search.wasTaken(pair.before(), Direction.RESPONSE, listed)
                : search.isTakenNow(pair.now(), Direction.REQUEST, listed);
    }

    private static ContractDifference disproven(ContractDifference difference, MessageSide side) {
        return difference.impact() == Impact.BREAKING ? difference.withProof(SchemaChange.disproven(side)) : difference;
    }

    private static boolean isToBeShown(ContractDifference difference) {
        ChangeEvidence evidence = new ChangeEvidence(difference);
        return difference.impact() == Impact.BREAKING && !evidence.isPlain() || evidence.isOpen();
    }

    private boolean isUndecided(SchemaDifferences differences) {
        Map<String, Set<JsonNode>> keywords = keywords(differences.before());
        Map<String, Set<JsonNode>> keywordsNow = keywords(differences.now());
        boolean isConditional = !keywords.isEmpty() || !keywordsNow.isEmpty();
        return isConditional
                && (!keywords.equals(keywordsNow) || !schemas.found(differences).isEmpty());
    }

    private static Map<String, Set<JsonNode>> keywords(FlatSchema shape) {
        Map<String, Set<JsonNode>> keywords = new HashMap<>();
        for (String keyword : UNDECIDED) {
            for (Node value : shape.all(keyword)) {
                keywords.computeIfAbsent(keyword, key -> new HashSet<>()).add(value.value());
            }
        }
        return keywords;
    }

    private static ContractDifference shown(ContractDifference difference, List<Witness> witnesses, MessageSide side) {
        if (!isToBeShown(difference)) {
            return difference;
        }
        ChangeEvidence evidence = new ChangeEvidence(difference);
        return witnesses.stream()
                .filter(evidence::isShownBy)
                .findFirst()
                .map(witness -> difference.withProof(SchemaChange.proven(difference.kind(), side, witness.text())))
                .orElse(difference);
    }

    private void tellWhatOnlyValuesShow(SchemaDifferences differences, Witnesses witnesses, boolean isResponse) {
        List<ContractDifference> found = schemas.found(differences);
        boolean isBroken = found.stream().anyMatch(difference -> difference.impact() == Impact.BREAKING);
        Optional<Witness> refused =
                witnesses.refused().stream().filter(Witness::isDescribed).findFirst();
        Optional<Witness> allowed = witnesses.allowed().stream()
                .filter(Witness::isDescribed)
                .filter(witness -> !OPENING.contains(witness.keyword()))
                .findFirst();
        Optional<Witness> breaking = isResponse ? allowed : refused;
        Optional<Witness> harmless = isResponse ? refused : allowed;
        if (!isBroken && breaking.isPresent()) {
            tell(differences, breaking.get(), isResponse);
        } else if (found.isEmpty() && harmless.isPresent()) {
            tell(differences, harmless.get(), !isResponse);
        }
    }

    private static void tell(SchemaDifferences differences, Witness witness, boolean isAllowed) {
        if (isAllowed) {
            differences.tell(SchemaChange.VALUE_ALLOWED, "takes " + witness.text() + " now, it did not", UNDECIDED);
        } else {
            differences.tell(
                    SchemaChange.VALUE_REFUSED, "takes " + witness.text() + " no longer" + reason(witness), UNDECIDED);
        }
    }

    private static String reason(Witness witness) {
        return "oneOf".equals(witness.keyword()) && witness.isDescribed()
                ? ", since not exactly one of its choices fits"
                : " ('" + witness.keyword() + "')";
    }
}
