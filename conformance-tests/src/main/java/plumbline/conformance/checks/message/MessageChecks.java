package plumbline.conformance.checks.message;

import java.util.List;
import plumbline.conformance.Check;
import plumbline.contract.Contract;
import plumbline.contract.resources.Resources;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;

/** The checks of the message that comes back. */
public final class MessageChecks {
    private MessageChecks() {}

    /** {@return all of them, in the order in which findings are best read} */
    public static List<Check> all(
            Contract contract, Schemas schemas, Resources resources, ResponseValidator validator) {
        return List.of(
                new StatusDocumented(validator),
                new MediaTypeDocumented(validator),
                new HeadersDocumented(validator),
                new ContentDecodable(),
                new ContentLength(),
                new StrictJson(validator),
                new SchemaObeyed(validator),
                new PathValueReturned(contract, resources, schemas),
                new RepeatableGet(),
                new HeadAgreesWithGet(),
                new CharsetTrue(),
                new RedirectLeadsSomewhere(),
                new UndocumentedProperties(schemas),
                new UndocumentedHeaders());
    }
}
