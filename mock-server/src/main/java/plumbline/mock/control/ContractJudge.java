package plumbline.mock.control;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.mock.engine.judging.StubJudge;

/** Judges stubs for the paths of a contract; what else is stubbed is nobody's business. Thread-safe. */
public final class ContractJudge implements StubJudge {
    private static final String ANY = "ANY";

    private final Contract contract;
    private final ResponseValidator validator;

    public ContractJudge(Contract contract, Schemas schemas) {
        this.contract = contract;
        this.validator = new ResponseValidator(schemas);
    }

    @Override
    public List<Violation> violations(String method, String path, Response response) {
        String some = path.replaceAll("\\{[^}]*}", "1");
        Stream<String> methods = ANY.equals(method)
                ? contract.operations().stream().map(Operation::method).distinct()
                : Stream.of(method);
        return methods.flatMap(each -> contract.match(each, some) instanceof Match.Found found
                        ? Stream.of(validator.validate(found.operation(), each, response))
                        : Stream.empty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }
}
