package plumbline.conformance.server;

import java.util.Optional;
import plumbline.conformance.Suites;
import plumbline.conformance.stories.BodyForm;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Request;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A contract as a server reads requests by it, of which {@code HEAD} is a {@code GET}.
 *
 * @param contract the contract
 * @param validator judges requests by it
 */
record KeptContract(Contract contract, RequestValidator validator) {
    /** {@return a contract of the tests, by the name of its file} */
    static KeptContract of(String name) {
        Contract contract =
                Contract.read(Suites.resource(name).toString(), ReferencePolicy.strict(), Optional.of("/api"));
        return new KeptContract(contract, new RequestValidator(new Schemas(contract.version())));
    }

    Match match(Request request) {
        return contract.match("HEAD".equals(request.method()) ? "GET" : request.method(), request.path());
    }

    boolean allows(Match.Found found, Request request) {
        return validator.validate(found, request).isEmpty();
    }

    /** {@return what a request says; nothing if that cannot be read} */
    static Optional<JsonNode> body(Match.Found found, Request request) {
        return BodyForm.value(found.operation(), request);
    }

    /** {@return the refusal of a method that the path does not have} */
    static Reply wrong(Match.WrongMethod wrong) {
        return Reply.of(405).with("Allow", String.join(", ", wrong.allowed()));
    }
}
