package plumbline.conformance.plan;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import plumbline.conformance.result.PlanPart;
import plumbline.contract.Contract;

/** Marks by which the parts of one plan know each other, though they are run apart. */
final class PlanMarks {
    private PlanMarks() {}

    /** {@return what a report tells of a part of a plan} */
    static PlanPart of(Shard shard, Contract contract, Map<String, Integer> dealt) {
        Map<String, Integer> sorted = new TreeMap<>(dealt);
        return new PlanPart(
                shard.number(), shard.of(), mark(contract), mark(sorted.keySet().toString()), mark(sorted.toString()));
    }

    /** Each part may be run against a server of its own, which tells its own URL. */
    private static String mark(Contract contract) {
        Map<String, String> members = new TreeMap<>();
        contract.root().value().forEachEntry((name, value) -> members.put(name, value.toString()));
        members.remove("servers");
        return mark(members.toString());
    }

    private static String mark(String text) {
        return String.format("%08x", sum(text));
    }

    /** {@return a number that stands for a text, the same everywhere} */
    static long sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
