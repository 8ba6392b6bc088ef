package plumbline.contract.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client accepts (RFC 9110, section 12.5.1).
 *
 * @param ranges the media ranges; empty accepts everything
 */
public record Accept(List<MediaType> ranges) {
    public Accept {
        ranges = List.copyOf(ranges);
    }

    /** {@return what these request headers accept; ranges that cannot be read are passed over} */
    public static Accept of(Headers headers) {
        List<MediaType> ranges = new ArrayList<>();
        for (String value : headers.all("Accept")) {
            for (String range : QuotedText.split(value, ',')) {
                MediaType.parse(range).ifPresent(ranges::add);
            }
        }
        return new Accept(ranges);
    }

    /**
     * {@return the offered type that the client likes best, the earlier one on a tie, or nothing if none is acceptable}
     */
    public Optional<MediaType> best(List<MediaType> offered) {
        if (ranges.isEmpty()) {
            return offered.stream().findFirst();
        }
        Optional<MediaType> best = best(offered, this);
        return best.isPresent() ? best : best(withoutParameters(offered), new Accept(withoutParameters()));
    }

    /** Where none are documented, but for a charset, parameters that a client asks for make no difference. */
    private static List<MediaType> withoutParameters(List<MediaType> offered) {
        return offered.stream()
                .filter(type -> Set.of("charset").containsAll(type.parameters().keySet()))
                .toList();
    }

    private List<MediaType> withoutParameters() {
        return ranges.stream()
                .map(range -> new MediaType(
                        range.type(),
                        range.subtype(),
                        range.parameters().containsKey("q")
                                ? Map.of("q", range.parameters().get("q"))
                                : Map.of()))
                .toList();
    }

    private static Optional<MediaType> best(List<MediaType> offered, Accept accept) {
        MediaType best = null;
        double bestQuality = 0;
        for (MediaType type : offered) {
            double quality = accept.quality(type);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@return the weight of a type, 0 (not acceptable) to 1; the most specific range decides} */
    public double quality(MediaType type) {
        if (ranges.isEmpty()) {
            return 1;
        }
        return ranges.stream()
                .filter(range -> range.covers(type) || type.isRange() && type.covers(range))
                .max(Comparator.comparingInt(MediaType::specificity))
                .map(Accept::weight)
                .orElse(0.0);
    }

    private static double weight(MediaType range) {
        String q = range.parameters().get("q");
        if (q == null) {
            return 1;
        }
        try {
            double weight = Double.parseDouble(q);
            return Double.isNaN(weight) ? 1 : Math.min(1, Math.max(0, weight));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
