package plumbline.cli.options;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import plumbline.cli.log.LineFormat;
import plumbline.conformance.Phase;
import plumbline.conformance.target.Rate;
import plumbline.finding.Severity;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.control.switches.Delay;
import plumbline.mock.engine.judging.StubPolicy;
import plumbline.output.Format;
import plumbline.text.Durations;
import plumbline.text.Glob;
import plumbline.text.Sizes;
import plumbline.text.UnusableInputException;

/** Reads option values; messages do not repeat those that may be secret. */
public final class Converters {
    private Converters() {}

    /** A header or a parameter value; its text form shows the name only, as the value may be secret. */
    public record NameAndValue(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Reads the URL of a server; one that names no scheme, as in {@code 127.0.0.1:8080/v1}, is of http. */
    public static final class UrlConverter implements ITypeConverter<URI> {
        private static final Pattern WITHOUT_SCHEME =
                Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(/.*)?");

        @Override
        public URI convert(String text) {
            String url = text.trim();
            try {
                return new URI(WITHOUT_SCHEME.matcher(url).matches() ? "http://" + url : url);
            } catch (URISyntaxException e) {
                throw new TypeConversionException("this is no URL; write it as http://host:port/path");
            }
        }
    }

    public static final class UserConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.indexOf(':') < 0) {
                throw new TypeConversionException("there is no colon in it; write it as client:secret");
            }
            return text;
        }
    }

    public static final class HeaderConverter implements ITypeConverter<NameAndValue> {
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

    public static final class ValueConverter implements ITypeConverter<NameAndValue> {
        @Override
        public NameAndValue convert(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new TypeConversionException("'" + text + "' has no equals sign; write it as name=value");
            }
            return new NameAndValue(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    public static final class PhaseConverter implements ITypeConverter<Phase> {
        @Override
        public Phase convert(String text) {
            return Phase.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no phase; use examples, coverage, security, protocol or lifecycle"));
        }
    }

    public static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Durations.parse(text)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is no time; write it as 10s, 500ms or 1m"));
        }
    }

    public static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Sizes.parse(text)
                    .filter(octets -> octets > 0 && octets <= Integer.MAX_VALUE - 8)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no size up to 2 GB; write it as 500, 64KB or 10MB"));
        }
    }

    public static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text
                            + "' is no format; use text, json, junit, html, sarif, markdown or" + " github"));
        }
    }

    public static final class ColorConverter implements ITypeConverter<SharedOptions.Color> {
        @Override
        public SharedOptions.Color convert(String text) {
            return Arrays.stream(SharedOptions.Color.values())
                    .filter(color -> color.name().equalsIgnoreCase(text.trim()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of auto, always and never"));
        }
    }

    public static final class SeverityConverter implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return Severity.parse(text)
                    .filter(severity -> severity != Severity.NOTE)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is no severity; use error or warning"));
        }
    }

    public static final class UnknownConverter implements ITypeConverter<AnswerOptions.Unknown> {
        @Override
        public AnswerOptions.Unknown convert(String text) {
            try {
                return AnswerOptions.Unknown.parse(text);
            } catch (UnusableInputException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    public static final class LogConverter implements ITypeConverter<LineFormat> {
        @Override
        public LineFormat convert(String text) {
            return Arrays.stream(LineFormat.values())
                    .filter(format -> format.name().equalsIgnoreCase(text.trim()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of text, json and off"));
        }
    }

    public static final class DelayConverter implements ITypeConverter<Delay> {
        @Override
        public Delay convert(String text) {
            try {
                return Delay.parse(text);
            } catch (UnusableInputException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    public static final class StubsConverter implements ITypeConverter<StubPolicy> {
        @Override
        public StubPolicy convert(String text) {
            try {
                return StubPolicy.parse(text);
            } catch (UnusableInputException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    public static final class GlobConverter implements ITypeConverter<Glob> {
        @Override
        public Glob convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("a pattern cannot be empty; write it as 'get*' or '/books/*'");
            }
            return new Glob(text);
        }
    }

    public static final class ShardConverter implements ITypeConverter<ShardChoice> {
        @Override
        public ShardChoice convert(String text) {
            return ShardChoice.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no part of a whole; write it as 2/5, the second of five, or auto"));
        }
    }

    public static final class RateConverter implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            return Rate.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no rate; write it as 100/min, 1000/h or 5, which is a second"));
        }
    }
}
