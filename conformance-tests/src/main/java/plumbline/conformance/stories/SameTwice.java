package plumbline.conformance.stories;

import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.Success;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** What has the key of something that exists is not created, where the contract has a status for that. */
public record SameTwice(Lifecycle life) implements Story {
    private static final CheckId CHECK = CheckId.KEYS_ARE_UNIQUE;
    private static final Set<String> KEYS = Set.of("id", "key", "name", "slug", "code");
    private static final int SEED = 10;

    /** {@return whether the contract says that there can be a conflict} */
    public static boolean isDocumented(Operation create) {
        return create.response("409").isPresent();
    }

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> first = life.create(conversation, SEED);
        // A key of the server's choice makes two items of the same body.
        if (first.filter(this::isNamedByClient).isPresent()) {
            conversation
                    .send(
                            "create the same again",
                            life.resource().create(),
                            first.get().request(),
                            new Expectation.AtLeast(Set.of(409)))
                    .ifPresent(second -> conversation.conclude(CHECK, fault(second)));
        }
    }

    /** A number that was sent may be that of the item by chance. */
    private boolean isNamedByClient(Lifecycle.Created item) {
        return item.namesFromClient().stream()
                .anyMatch(name -> life.resource().keyNames().contains(name) || KEYS.contains(name));
    }

    private Optional<Finding> fault(Response second) {
        return Success.hasContent(second.status())
                ? Optional.of(new Promise(CHECK, life.resource().create())
                        .broken(
                                "what exists was created again",
                                "409, as documented",
                                Integer.toString(second.status()))
                        .at("status")
                        .withHint("answer 409 where the key is taken"))
                : Optional.empty();
    }
}
