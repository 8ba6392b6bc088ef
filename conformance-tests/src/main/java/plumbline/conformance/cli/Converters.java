package plumbline.conformance.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import plumbline.conformance.Glob;
import plumbline.conformance.Phase;
import plumbline.conformance.Shard;
import plumbline.conformance.report.Format;
import plumbline.conformance.target.Rate;

/** Reads option values; messages do not repeat those that may be secret. */
final class Converters {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|min)?");

    private Converters() {}

    /** A header or a parameter value; its text form shows the name only, as the value may be secret. */
    record NameAndValue(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final class UserConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.indexOf(':') < 0) {
                throw new TypeConversionException("there is no colon in it; write it as client:secret");
            }
            return text;
        }
    }

    static final class HeaderConverter implements ITypeConverter<NameAndValue> {
        @Override
        public NameAndValue convert(String text) {
            int colon = text.indexOf(':');
            if (colon <= 0 || text.chars().anyMatch(character -> character < ' ')) {
                throw new TypeConversionException("this is no header; write it as 'Name: value'");
            }
            return new NameAndValue(
                    text.substring(0, colon).trim(), text.substring(colon + 1).trim());
        }
    }

    static final class ValueConverter implements ITypeConverter<NameAndValue> {
        @Override
        public NameAndValue convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new TypeConversionException("'" + text + "' has no equals sign; write it as name=value");
            }
            return new NameAndValue(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    static final class PhaseConverter implements ITypeConverter<Phase> {
        @Override
        public Phase convert(String text) {
            return Phase.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no phase; use examples, coverage, security or protocol"));
        }
    }

    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher matcher = DURATION.matcher(text.trim());
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
                throw new TypeConversionException("'" + text + "' is no time; write it as 10s, 500ms or 1m");
            }
            long number = Long.parseLong(matcher.group(1));
            String unit = matcher.group(2) == null ? "s" : matcher.group(2);
            return switch (unit) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                default -> Duration.ofMinutes(number);
            };
        }
    }

    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is no format; use json, junit, html or sarif"));
        }
    }

    static final class GlobConverter implements ITypeConverter<Glob> {
        @Override
        public Glob convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("a pattern cannot be empty; write it as 'get*' or '/books/*'");
            }
            return new Glob(text);
        }
    }

    static final class ShardConverter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String text) {
            return Shard.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no part of a whole; write it as 2/5, the second of five"));
        }
    }

    static final class RateConverter implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            return Rate.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no rate; write it as 100/min, 1000/h or 5, which is a second"));
        }
    }
}
