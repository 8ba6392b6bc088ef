package plumbline.contract.sampling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.JsonNode;

/** What several schemas together ask of one value; filled by {@link ConstraintMerger}. */
final class Constraints {
    final Set<JsonType> types = EnumSet.allOf(JsonType.class);
    final List<JsonNode> examples = new ArrayList<>();
    final List<JsonNode> defaults = new ArrayList<>();
    final Map<String, List<JsonNode>> properties = new LinkedHashMap<>();
    final Map<String, List<JsonNode>> patternProperties = new LinkedHashMap<>();
    final List<JsonNode> additionalProperties = new ArrayList<>();
    final List<JsonNode> propertyNames = new ArrayList<>();
    final Map<String, List<JsonNode>> dependentSchemas = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final Map<String, Set<String>> dependentRequired = new LinkedHashMap<>();
    final List<List<JsonNode>> prefixItems = new ArrayList<>();
    final List<JsonNode> items = new ArrayList<>();
    final List<JsonNode> contains = new ArrayList<>();
    final Set<String> formats = new LinkedHashSet<>();
    final Set<String> forbidden = new LinkedHashSet<>();
    final Set<String> patterns = new LinkedHashSet<>();
    final List<BigDecimal> multiples = new ArrayList<>();

    @Nullable
    List<JsonNode> values;

    @Nullable
    BigDecimal minimum;

    @Nullable
    BigDecimal maximum;

    boolean exclusiveMinimum;
    boolean exclusiveMaximum;
    boolean uniqueItems;
    boolean mustBeChecked;
    long minContains = 1;
    long minLength;
    long maxLength = Long.MAX_VALUE;
    long minItems;
    long maxItems = Long.MAX_VALUE;
    long minProperties;
    long maxProperties = Long.MAX_VALUE;

    void atLeast(BigDecimal bound, boolean exclusive) {
        int order = minimum == null ? 1 : bound.compareTo(minimum);
        if (order > 0) {
            minimum = bound;
            exclusiveMinimum = exclusive;
        } else if (order == 0) {
            exclusiveMinimum |= exclusive;
        }
    }

    void atMost(BigDecimal bound, boolean exclusive) {
        int order = maximum == null ? -1 : bound.compareTo(maximum);
        if (order < 0) {
            maximum = bound;
            exclusiveMaximum = exclusive;
        } else if (order == 0) {
            exclusiveMaximum |= exclusive;
        }
    }

    void oneOfValues(List<JsonNode> allowed) {
        if (values == null) {
            values = new ArrayList<>(allowed);
        } else {
            values.retainAll(allowed);
        }
    }

    static <K> void add(Map<K, List<JsonNode>> map, K key, JsonNode schema) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(schema);
    }
}
