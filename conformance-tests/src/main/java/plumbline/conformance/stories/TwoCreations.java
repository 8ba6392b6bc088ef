package plumbline.conformance.stories;

import java.util.Collections;
import java.util.Optional;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Story;
import plumbline.finding.Finding;

/** Two items that the server names have different names. */
public record TwoCreations(Lifecycle life) implements Story {
    private static final CheckId CHECK = CheckId.KEYS_ARE_UNIQUE;

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        Optional<Lifecycle.Created> first = life.create(conversation, 8);
        Optional<Lifecycle.Created> second = first.isEmpty() ? first : life.create(conversation, 9);
        if (second.isPresent() && areOfServersChoice(first.get(), second.get())) {
            conversation.conclude(CHECK, fault(first.get(), second.get()));
        }
    }

    /**
     * Who sends the same again, or the name, may be answered with what is there already. One property names both then; that
     * one alone is called as it was sent is chance.
     */
    private boolean areOfServersChoice(Lifecycle.Created first, Lifecycle.Created second) {
        boolean isSame = first.sent().equals(second.sent()) && second.created().status() != 201;
        return !isSame && Collections.disjoint(first.namesFromClient(), second.namesFromClient());
    }

    private Optional<Finding> fault(Lifecycle.Created first, Lifecycle.Created second) {
        return first.path().equals(second.path())
                ? Optional.of(new Promise(CHECK, life.resource().create())
                        .broken("two items were created under one name", "another path", second.path() + " again")
                        .at("body")
                        .withHint("give each item a key of its own"))
                : Optional.empty();
    }
}
