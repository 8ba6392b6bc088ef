package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.OperationValues;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.pairing.PairedResponse;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;
import plumbline.contract.sampling.BodySampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.sampling.variation.Boundary;
import plumbline.contract.sampling.variation.Judged;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.sampling.variation.Mutator;
import plumbline.contract.sampling.variation.Variations;
import plumbline.contract.sampling.variation.WantedChanges;
import plumbline.contract.validation.RequestValidator.JudgedBody;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/** Varies the body of right requests in each documented media type. */
final class BodyCoverage {
    private static final String NOBODY_READS_IT = "application/vnd.plumbline.unknown";
    private static final List<String> OFTEN_TAKEN =
            List.of("application/json", "text/plain", "application/x-www-form-urlencoded");
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "discriminator");

    private final Mutator mutator;
    private final Schemas schemas;
    private final OperationValues own;
    private final BodySampler sampler;
    private final Resources resources;

    BodyCoverage(Mutator mutator, TestData data) {
        this.mutator = mutator;
        this.schemas = data.schemas();
        this.own = data.own();
        this.sampler = new BodySampler(new Sampler(schemas));
        this.resources = data.resources();
    }

    /**
     * A body to vary.
     *
     * @param maker makes the cases
     * @param types the wrong types that the operation shows
     * @param name what it is called
     * @param content how it is written
     * @param value a valid value
     * @param right the request with it
     * @param near a body that most others are like, which are kept as what differs from it
     */
    private record Subject(
            CoverageCase.Maker maker,
            ShownTypes types,
            String name,
            Content content,
            JsonNode value,
            Request right,
            Body near) {
        Subject near(JsonNode base) {
            Body body = with(right, content, base).body();
            return new Subject(maker, types, name, content, value, right, body);
        }

        CoverageCase varied(String change, JudgedBody other) {
            Request request = with(right, content, other.value());
            Request kept = request.withBody(request.body().like(near));
            return new CoverageCase(name + " " + change, kept, right, other);
        }

        /** Whether a valid value is valid as it is written, where a form may say something else. */
        boolean isShown(JsonNode valid) {
            return content.type().isJson()
                    || maker.judged().isValid(maker.operation(), varied("", judged(valid, List.of())));
        }

        JudgedBody judged(JsonNode other, List<Violation> violations) {
            return new JudgedBody(content.spec().schema(), other, violations);
        }
    }

    /** Adds the cases of an operation that shows these of the wrong types. */
    void add(CoverageCase.Maker maker, ShownTypes types) {
        RequestBodySpec body = maker.operation().body();
        if (body == null) {
            return;
        }
        for (MediaTypeSpec spec : body.content()) {
            Content content = Content.offers(spec, List.of()).get(0);
            String name = body.content().size() == 1
                    ? "body"
                    : "body " + content.type().essence();
            valid(maker.operation(), content).ifPresent(value -> {
                Request right = with(maker.right(), content, value);
                maker.accepted(new CoverageCase(name, right, maker.right()));
                Subject subject = new Subject(maker, types, name, content, value, right, right.body());
                vary(subject);
                unreadable(subject);
            });
        }
        Request right = maker.right();
        if (body.required()) {
            Request without =
                    right.withHeaders(right.headers().without("Content-Type")).withBody(Body.empty());
            maker.refused(new CoverageCase("body missing", without, right), fault -> true);
        }
        if (!right.body().isEmpty()) {
            otherTypes(maker, right);
        }
    }

    /** The same octets as something else: the types that servers are glad to take for the one that they want. */
    private static void otherTypes(CoverageCase.Maker maker, Request right) {
        Request unknown = right.withHeader("Content-Type", NOBODY_READS_IT);
        maker.refused(new CoverageCase("body of unknown media type", unknown, right), fault -> true);
        for (String type : OFTEN_TAKEN) {
            Request other = right.withHeader("Content-Type", type);
            maker.refused(new CoverageCase("body as " + type, other, right), fault -> "mediaType".equals(fault.rule()));
        }
    }

    private Optional<JsonNode> valid(Operation operation, Content content) {
        @Nullable Schema schema = content.spec().schema();
        Optional<JsonNode> example = Stream.concat(
                        own.body(operation).stream(),
                        PairedResponse.allowed(operation, content.spec().examples()).stream()
                                .map(Example::value))
                .filter(value -> schema == null || schemas.isValid(schema, Direction.REQUEST, value))
                .findFirst();
        if (example.isPresent()) {
            return example;
        }
        try {
            JsonNode sample = sampler.sample(content, Direction.REQUEST, 0);
            return Optional.of(sample).filter(value -> !content.type().isJsonPatch() || value.isEmpty());
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    private void vary(Subject subject) {
        @Nullable Schema schema = subject.content().spec().schema();
        if (schema == null || subject.content().isOctets()) {
            return;
        }
        List<JsonNode> bases = new ArrayList<>(List.of(subject.value()));
        JsonNode complete = mutator.completed(schema, Direction.REQUEST, subject.value());
        if (!complete.equals(subject.value())) {
            bases.add(complete);
        }
        Set<String> named = named(subject.maker().operation());
        BodyFaults faults = new BodyFaults(subject.content().type().isJson());
        List<Boundary> choices = new ArrayList<>();
        CaseList list = subject.maker().list();
        for (JsonNode base : list.whileOpen(bases)) {
            Subject near = subject.near(base);
            for (Boundary boundary : listed(subject, mutator.boundaries(schema, Direction.REQUEST, base))) {
                if (!named.contains(boundary.pointer()) && suitsAnyItem(subject, boundary)) {
                    subject.maker()
                            .accepted(near.varied(boundary.toString(), near.judged(boundary.value(), List.of())));
                }
                if (CHOICES.contains(boundary.keyword())) {
                    choices.add(boundary);
                }
            }
            breakAll(near, base, "", faults);
        }
        for (Boundary choice : list.whileOpen(choices)) {
            breakAll(subject.near(choice.value()), choice.value(), choice + ": ", faults);
        }
    }

    /** What is changed in part has to suit the rest, which one choice may and another may not. */
    private boolean suitsAnyItem(Subject subject, Boundary boundary) {
        boolean isPart =
                resources.with(subject.maker().operation(), Role.CHANGE).isPresent();
        return !subject.content().type().isJsonPatch() && !(isPart && CHOICES.contains(boundary.keyword()));
    }

    /** What a body calls an item may have to be what its path calls it. */
    private Set<String> named(Operation operation) {
        return resources.with(operation).stream()
                .flatMap(resource -> resource.keys().stream())
                .filter(key -> operation.template().names().contains(key.parameter()))
                .map(Key::pointer)
                .collect(Collectors.toSet());
    }

    /** Breaks what the contract says; each fault once, so that branches add only what is their own. */
    private void breakAll(Subject subject, JsonNode base, String prefix, BodyFaults faults) {
        if (!subject.isShown(base)) {
            return;
        }
        Schema schema = Objects.requireNonNull(subject.content().spec().schema());
        List<Mutation> all =
                listed(subject, mutator.mutations(schema, Direction.REQUEST, base, wanted(subject.types(), faults)));
        for (Mutation mutation : subject.types().of(all)) {
            if (faults.isWorthATry(mutation)) {
                subject.maker()
                        .refused(
                                subject.varied(
                                        prefix + mutation, subject.judged(mutation.value(), mutation.violations())),
                                fault -> faults.isNew(fault, mutation));
            }
        }
        all.forEach(faults::made);
    }

    /** What another value of the body has shown, or another operation shows, is not made again. */
    private static WantedChanges wanted(ShownTypes types, BodyFaults faults) {
        return new WantedChanges() {
            @Override
            public boolean isWanted(Judged.Change change) {
                return faults.isOpen(change) && !types.isLeft(change);
            }

            @Override
            public boolean isEnough(Mutation wrongType, List<Judged.Change> others) {
                return types.isEnough(wrongType, others);
            }
        };
    }

    private static <T> List<T> listed(Subject subject, Variations<T> variations) {
        if (variations.isCut()) {
            subject.maker().list().cut();
        }
        return variations.list();
    }

    private static void unreadable(Subject subject) {
        Request broken = subject.right().withBody(Body.of("{\"plumbline\": <"));
        subject.maker()
                .refused(
                        new CoverageCase(subject.name() + " that cannot be read", broken, subject.right()),
                        Violation::isUnreadableBody);
    }

    /** {@return that patches were not varied, if an operation takes some} */
    static Optional<Omission> patches(Operation operation) {
        RequestBodySpec body = operation.body();
        return body != null
                        && body.content().stream()
                                .anyMatch(spec -> spec.mediaType().isJsonPatch())
                ? Optional.of(new Omission(
                        operation.id(),
                        Phase.COVERAGE,
                        "patches that change something",
                        "the contract does not tell which steps can be done to an item"))
                : Optional.empty();
    }

    /** {@return the documented contents that a schema describes, each as it is written} */
    Map<Content, Schema> described(Operation operation) {
        Map<Content, Schema> described = new LinkedHashMap<>();
        RequestBodySpec body = operation.body();
        for (MediaTypeSpec spec : body == null ? List.<MediaTypeSpec>of() : body.content()) {
            Content content = Content.offers(spec, List.of()).get(0);
            @Nullable Schema schema = spec.schema();
            if (schema != null && !content.isOctets()) {
                described.put(content, schema);
            }
        }
        return described;
    }

    /** {@return the request with this value as its body} */
    static Request with(Request request, Content content, JsonNode value) {
        Written written = Bodies.write(content, value);
        return request.withHeader("Content-Type", written.contentType()).withBody(written.body());
    }
}
