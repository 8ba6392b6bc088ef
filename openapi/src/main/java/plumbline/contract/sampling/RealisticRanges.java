package plumbline.contract.sampling;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import plumbline.contract.sampling.source.WordsOfNames;

/** Bounds for numbers that a schema leaves free, by the name of the property that they are for. */
final class RealisticRanges {
    private static final Map<String, Range> RANGES = ranges();

    private RealisticRanges() {}

    private record Range(BigDecimal least, BigDecimal most) {}

    private static Map<String, Range> ranges() {
        Map<String, Range> ranges = new HashMap<>();
        put(ranges, "-90", "90", "latitude lat");
        put(ranges, "-180", "180", "longitude lng lon long");
        put(ranges, "1", "500", "price amount cost total subtotal fee balance tax discount");
        put(ranges, "18", "90", "age");
        put(ranges, "1990", "2026", "year");
        put(ranges, "1", "12", "month");
        put(ranges, "1", "28", "day");
        put(ranges, "0", "23", "hour hours");
        put(ranges, "0", "59", "minute minutes second seconds");
        put(ranges, "0", "100", "percent percentage progress");
        put(ranges, "1", "5", "rating stars");
        put(ranges, "1", "10", "quantity count");
        put(ranges, "1024", "49151", "port");
        put(ranges, "1024", "1048576", "size bytes length filesize");
        put(ranges, "100", "2000", "width height");
        put(ranges, "1704067200", "1767225600", "timestamp createdat updatedat deletedat expiresat");
        return Map.copyOf(ranges);
    }

    private static void put(Map<String, Range> ranges, String least, String most, String names) {
        for (String name : names.split(" ", -1)) {
            ranges.put(name, new Range(new BigDecimal(least), new BigDecimal(most)));
        }
    }

    /** Bounds a number that has no bounds of its own. */
    static void narrow(Constraints constraints, String name) {
        if (constraints.minimum != null || constraints.maximum != null || !constraints.multiples.isEmpty()) {
            return;
        }
        for (String ending : WordsOfNames.endings(name)) {
            Range range = RANGES.get(ending);
            if (range != null) {
                constraints.atLeast(range.least(), false);
                constraints.atMost(range.most(), false);
                return;
            }
        }
    }
}
