package plumbline.contract.document.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;

/** YAML 1.2 with its core schema, and {@code <<} merge keys as in 1.1, on which many documents rely. */
final class YamlSyntax implements Syntax {
    private static final int LARGEST_DOCUMENT_IN_CHARACTERS = 256 << 20;

    @Override
    public JsonNode read(byte[] text) throws SyntaxException {
        try {
            return read(Json.decode(text));
        } catch (JsonException e) {
            throw new SyntaxException("is not valid YAML: " + e.getMessage(), e.line(), e.column());
        } catch (MarkedYamlEngineException e) {
            throw failure(e.getProblem(), e.getProblemMark());
        } catch (YamlEngineException e) {
            throw failure(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private static JsonNode read(String text) throws SyntaxException {
        try {
            return new YamlTreeBuilder(events(text)).build();
        } catch (MarkedYamlEngineException e) {
            return new YamlTreeBuilder(events(mended(text, e))).build();
        }
    }

    @Override
    public Positions positions(byte[] text) {
        String all = new String(text, StandardCharsets.UTF_8);
        try {
            return new YamlPositionsBuilder(events(all)).build();
        } catch (MarkedYamlEngineException e) {
            return new YamlPositionsBuilder(events(mended(all, e))).build();
        }
    }

    /** {@return a text that the parser can read, if it is not the text that is at fault} */
    private static String mended(String text, MarkedYamlEngineException fault) {
        String mended = BlankScalars.withoutSpaces(text);
        if (mended.equals(text)) {
            throw fault;
        }
        return mended;
    }

    private static Iterable<Event> events(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LARGEST_DOCUMENT_IN_CHARACTERS)
                .setUseMarks(true)
                .setParseComments(false)
                .build();
        return new Parse(settings).parseString(text);
    }

    static SyntaxException failure(String problem, Optional<Mark> mark) {
        return new SyntaxException(
                "is not valid YAML: " + problem,
                mark.map(m -> m.getLine() + 1).orElse(0),
                mark.map(m -> m.getColumn() + 1).orElse(0));
    }
}
