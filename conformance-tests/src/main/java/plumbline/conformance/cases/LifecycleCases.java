package plumbline.conformance.cases;

import static plumbline.conformance.stories.CreateAndRead.Spelling.FULL;
import static plumbline.conformance.stories.CreateAndRead.Spelling.PLAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.Story;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.CreateAndList;
import plumbline.conformance.stories.CreateAndRead;
import plumbline.conformance.stories.DeleteAndMiss;
import plumbline.conformance.stories.Lifecycle;
import plumbline.conformance.stories.PatchOne;
import plumbline.conformance.stories.PutTwice;
import plumbline.conformance.stories.SameTwice;
import plumbline.conformance.stories.TwoCreations;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.RequestSampler;

/** Items that are created, read, changed and deleted, each case with one of its own; only where the user allows it. */
final class LifecycleCases implements CaseSource {
    private final TestData data;
    private final List<CreatableKind> resources;
    private final RequestSampler sampler;

    LifecycleCases(TestData data) {
        this.data = data;
        this.resources = CreatableKind.of(data.resources());
        this.sampler = new RequestSampler(data.schemas(), data.contract().operations());
    }

    @Override
    public Phase phase() {
        return Phase.LIFECYCLE;
    }

    @Override
    public Cases cases(Operation operation) {
        return resources.stream()
                .filter(resource -> resource.create().equals(operation))
                .findFirst()
                .map(this::cases)
                .orElseGet(() -> new Cases(List.of(), List.of()));
    }

    private Cases cases(CreatableKind resource) {
        if (!data.target().allowsWrites()) {
            return new Cases(
                    List.of(),
                    List.of(omission(resource, "nothing may be created: allow it with " + RunSetting.WRITES)));
        }
        Lifecycle life = new Lifecycle(data.contract(), data.schemas(), sampler, resource, data.values());
        Optional<Request> creation = life.creation(1);
        if (creation.isEmpty()) {
            return new Cases(List.of(), List.of(omission(resource, "no valid request could be made: add an example")));
        }
        List<Case> cases = new ArrayList<>();
        Teller teller = new Teller(resource.create(), creation.get(), cases);
        teller.add("create and read", "what is created can be read", new CreateAndRead(life, PLAIN));
        teller.add("create and read full texts", "no text loses anything", new CreateAndRead(life, FULL));
        if (!resource.isPlaced()) {
            teller.add("create two", "two items have different keys", new TwoCreations(life));
        }
        if (!resource.isPlaced() && SameTwice.isDocumented(resource.create())) {
            teller.add("create the same twice", "what exists is not created again", new SameTwice(life));
        }
        resource.list()
                .ifPresent(list ->
                        teller.add("create and list", "what is created is listed", new CreateAndList(life, list)));
        resource.onItem("PUT")
                .ifPresent(
                        put -> teller.add("put twice", "putting twice is the same as once", new PutTwice(life, put)));
        resource.onItem("PATCH")
                .ifPresent(patch -> teller.add("patch", "only what is named is changed", new PatchOne(life, patch)));
        resource.onItem("DELETE")
                .ifPresent(delete -> teller.add("delete", "what is deleted is gone", new DeleteAndMiss(life, delete)));
        return new Cases(cases, List.of());
    }

    /** Makes cases that begin with the same request. */
    private record Teller(Operation operation, Request first, List<Case> cases) {
        void add(String name, String text, Story story) {
            cases.add(Case.of(operation, Phase.LIFECYCLE, name, first, new Expectation.StoryOutcome(text, story)));
        }
    }

    private static Omission omission(CreatableKind resource, String reason) {
        return new Omission(resource.create().id(), Phase.LIFECYCLE, "the life of an item", reason);
    }
}
