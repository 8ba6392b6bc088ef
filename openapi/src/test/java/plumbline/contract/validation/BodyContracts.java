package plumbline.contract.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Judges bodies of {@code POST /t} and of its answer, which are documented alike. */
final class BodyContracts {
    private final Contract contract;
    private final Schemas schemas;

    private BodyContracts(Contract contract) {
        this.contract = contract;
        this.schemas = new Schemas(contract.version());
    }

    /** {@return a judge of bodies with this content map and these component schemas, both in YAML} */
    static BodyContracts of(String content, String components) {
        return of("3.1.0", content, components);
    }

    static BodyContracts of(String version, String content, String components) {
        return new BodyContracts(
                Contracts.read("""
                openapi: %s
                info: {title: T, version: '1'}
                paths:
                  /t:
                    post:
                      requestBody:
                        required: true
                        content:
                %s
                      responses:
                        '200':
                          description: OK
                          content:
                %s
                components:
                  schemas:
                    None: {}
                %s
                """.formatted(version, content.indent(10), content.indent(12), components.indent(4))));
    }

    List<Violation> ofRequest(String type, String body) {
        return ofRequest(type, body.getBytes(StandardCharsets.UTF_8));
    }

    List<Violation> ofRequest(String type, byte[] body) {
        Request request =
                Request.of("POST", "/t").withHeader("Content-Type", type).withBody(Body.of(body));
        return new RequestValidator(schemas)
                .validate((Match.Found) contract.match(request.method(), request.path()), request);
    }

    List<Violation> ofResponse(String type, String body) {
        Response response = Response.of(200).withHeader("Content-Type", type).withBody(Body.of(body));
        return new ResponseValidator(schemas).validate(contract.operations().get(0), "POST", response);
    }

    /** {@return rule and location of each violation, such as {@code type body at /a}} */
    static List<String> brief(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule() + " " + violation.location())
                .toList();
    }
}
