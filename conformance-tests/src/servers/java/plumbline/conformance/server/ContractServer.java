package plumbline.conformance.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Request;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;

/**
 * A server that refuses what breaks a contract, and does nothing with the rest.
 *
 * @param contract the contract
 * @param validator judges requests by it
 */
public record ContractServer(Contract contract, RequestValidator validator) implements Handler {
    public static ContractServer of(Path file) {
        Contract contract = Contract.read(file.toString(), ReferencePolicy.strict(), Optional.of("/api"));
        return new ContractServer(contract, new RequestValidator(new Schemas(contract.version())));
    }

    @Override
    public Reply answer(Request request) {
        if (!(contract.match(request.method(), request.path()) instanceof Match.Found found)) {
            return Reply.of(404);
        }
        List<Violation> violations = validator.validate(found, request);
        if (violations.isEmpty()) {
            return Reply.of(200);
        }
        boolean isUnknownType =
                violations.stream().anyMatch(violation -> violation.rule().equals("mediaType"));
        return Reply.of(isUnknownType ? 415 : 400);
    }
}
