package plumbline.contract.sampling;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.Contract;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;

/** Finds responses that no valid sample can be made for, though there is no example either. Large contracts take seconds. */
public final class SampleChecker {
    private final Sampler sampler;
    private final Set<Node> seen = new HashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    private SampleChecker(Schemas schemas) {
        this.sampler = Sampler.ofWholeContract(schemas);
    }

    /** {@return a warning for each such body or header, in the order of the operations} */
    public static List<Problem> problems(Contract contract, Schemas schemas) {
        SampleChecker checker = new SampleChecker(schemas);
        contract.operations().forEach(operation -> operation.responses().forEach(checker::response));
        return List.copyOf(checker.problems);
    }

    private void response(ResponseSpec response) {
        for (Parameter header : response.headers()) {
            if (header.examples().isEmpty()) {
                header.valueSchema()
                        .ifPresent(schema -> check(
                                schema,
                                header.required()
                                        ? "the header '" + header.name() + "' is answered with that"
                                        : "the header '" + header.name() + "' is left out"));
            }
        }
        for (MediaTypeSpec content : response.content()) {
            Schema schema = content.schema();
            if (schema != null && content.examples().isEmpty()) {
                check(schema, "it is answered with that");
            }
        }
    }

    private void check(Schema schema, String consequence) {
        try {
            if (seen.add(schema.node().resolved())) {
                sampler.sample(schema, Direction.RESPONSE, 0);
            }
        } catch (UnsatisfiableException e) {
            problems.add(Problem.warning(
                            schema.node().place(),
                            String.valueOf(e.getMessage()).replaceFirst(" at .*?\\): ", ": ") + "; " + consequence,
                            "mend what contradicts itself, or add an example")
                    .about(Topic.SCHEMA_SATISFIABLE));
        } catch (ContractException e) {
            e.problems().forEach(problem -> problems.add(problem.asWarning()));
        }
    }
}
