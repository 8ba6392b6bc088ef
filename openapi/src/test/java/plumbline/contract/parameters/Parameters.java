package plumbline.contract.parameters;

import plumbline.contract.Contracts;
import plumbline.contract.operation.Parameter;

/** Parameters made of texts. */
final class Parameters {
    private Parameters() {}

    /** {@return the parameter of this description, called {@code p} if it is not named} */
    static Parameter of(String description) {
        boolean isPath = description.contains("in: path");
        return Contracts.read("""
                        openapi: 3.1.0
                        info: {title: T, version: '1'}
                        paths:
                          /a%s:
                            get:
                              parameters: [{%s%s}]
                              responses: {'200': {description: OK}}
                        components:
                          schemas:
                            Ref: {type: object, properties: {R: {type: integer}, G: {$ref: '#/components/schemas/Int'}}}
                            Int: {type: integer}
                        """.formatted(
                                isPath ? "/{p}" : "",
                                description.contains("name: ") ? "" : "name: p, ",
                                description + (isPath ? ", required: true" : "")))
                .operations()
                .get(0)
                .parameters()
                .get(0);
    }
}
