package plumbline.contract.document;

import java.io.Serial;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A YAML text that parses but is not a JSON-like tree. */
final class YamlFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Mark mark;

    YamlFault(String message, Mark mark) {
        super(message, null, false, false);
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }
}
