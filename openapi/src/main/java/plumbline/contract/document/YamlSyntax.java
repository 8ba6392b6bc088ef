package plumbline.contract.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import tools.jackson.databind.JsonNode;

/** YAML 1.2 with its core schema, and {@code <<} merge keys as in 1.1, on which many documents rely. */
final class YamlSyntax implements Syntax {
    private static final int LARGEST_DOCUMENT_IN_CHARACTERS = 256 << 20;

    @Override
    public JsonNode read(byte[] text, String name) {
        try {
            return new YamlTreeBuilder(events(Json.decode(text))).build();
        } catch (JsonFault e) {
            Place place = new Place(name, e.line(), e.column(), "");
            throw new ContractException(Problem.error(place, "is not valid YAML: " + e.getMessage(), "")
                    .about(Topic.SYNTAX));
        } catch (YamlFault e) {
            throw failure(name, String.valueOf(e.getMessage()), Optional.of(e.mark()));
        } catch (MarkedYamlEngineException e) {
            throw failure(name, e.getProblem(), e.getProblemMark());
        } catch (YamlEngineException e) {
            throw failure(name, String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    @Override
    public Positions positions(byte[] text) {
        return new YamlPositionsBuilder(events(new String(text, StandardCharsets.UTF_8))).build();
    }

    private static Iterable<Event> events(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LARGEST_DOCUMENT_IN_CHARACTERS)
                .setUseMarks(true)
                .setParseComments(false)
                .build();
        return new Parse(settings).parseString(text);
    }

    private static ContractException failure(String name, String problem, Optional<Mark> mark) {
        Place place = mark.map(m -> new Place(name, m.getLine() + 1, m.getColumn() + 1, ""))
                .orElseGet(() -> new Place(name, 0, 0, ""));
        return new ContractException(
                Problem.error(place, "is not valid YAML: " + problem, "").about(Topic.SYNTAX));
    }
}
