package plumbline.conformance.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.proof.Constraint.Kind;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.result.Proof;
import plumbline.contract.Contract;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Breaks right answers in every way that the contract rules out, and sees whether the checks notice. Thread-safe. */
public final class Prover implements ExchangeObserver {
    private static final int ENOUGH_BODIES = 12;

    private final Scope scope;
    private final Schemas schemas;
    private final MutantJudge judge;
    private final boolean isWritable;
    private final Map<Operation, Witness> witnesses = new ConcurrentHashMap<>();
    private @Nullable ProofLedger ledger;

    /** What was seen of one operation; guarded by itself, so that the answers of others are broken meanwhile. */
    private static final class Witness {
        private final Map<Use, Set<Integer>> bodies = new HashMap<>();
        private final Set<Use> wrong = new HashSet<>();
        private @Nullable Response success;
    }

    /**
     * What is to be proven.
     *
     * @param contract the contract
     * @param operations those of its operations that are tested
     */
    public record Scope(Contract contract, List<Operation> operations) {
        public Scope {
            operations = List.copyOf(operations);
        }

        /** {@return all of a contract} */
        public static Scope all(Contract contract) {
            return new Scope(contract, contract.operations());
        }
    }

    /**
     * Prepares to prove.
     *
     * @param checks the checks of the run
     * @param isWritable whether requests that change something are sent to the target
     */
    public Prover(Scope scope, Schemas schemas, List<Check> checks, boolean isWritable) {
        this.scope = scope;
        this.schemas = schemas;
        this.judge = new MutantJudge(checks);
        this.isWritable = isWritable;
    }

    @Override
    public void saw(Exchange exchange, boolean isRight) {
        if (exchange.subject().expectation() instanceof Expectation.Handled) {
            // Whatever answers this is not held to the contract.
            return;
        }
        Operation operation = exchange.subject().operation();
        Witness witness = witnesses.computeIfAbsent(operation, first -> new Witness());
        synchronized (witness) {
            saw(exchange, isRight, operation, witness);
        }
    }

    private void saw(Exchange exchange, boolean isRight, Operation operation, Witness witness) {
        Optional<Response> success = success(exchange, witness);
        success.ifPresent(
                response -> new RefusalMutations(scope.contract(), new RequestValidator(schemas), judge, ledger())
                        .apply(exchange, response));
        boolean isCompared = exchange.subject().expectation() instanceof Expectation.Repeatable
                || !exchange.subject().request().method().equals(operation.method());
        if (!isCompared) {
            operation.response(exchange.status()).ifPresent(spec -> answer(exchange, spec, isRight, witness));
        }
    }

    private void answer(Exchange exchange, ResponseSpec spec, boolean isRight, Witness witness) {
        Use use = new Use(exchange.subject().operation(), spec.key());
        if (!isRight) {
            witness.wrong.add(use);
            return;
        }
        Set<Integer> known = witness.bodies.computeIfAbsent(use, key -> new HashSet<>());
        if (known.size() >= ENOUGH_BODIES
                || !known.add(exchange.response().body().hashCode())) {
            return;
        }
        new HeadMutations(judge, ledger()).apply(exchange, spec);
        if (exchange.response().body().isEmpty()) {
            return;
        }
        agreement(exchange, use);
        HeadMutations.mediaType(exchange.response())
                .flatMap(type -> MediaTypeSpec.covering(spec.content(), type))
                .ifPresent(type -> new BodyMutations(schemas, judge, ledger()).apply(exchange, use, type));
    }

    /** {@return an answer to a right request for the same operation} */
    private static Optional<Response> success(Exchange exchange, Witness witness) {
        Operation operation = exchange.subject().operation();
        if (witness.success == null) {
            boolean isSuccess = Success.isDocumented(operation, exchange.status())
                    && exchange.subject().request().method().equals(operation.method());
            witness.success = isSuccess
                    ? exchange.response()
                    : exchange.comparison()
                            .filter(response -> Success.isDocumented(operation, response.status()))
                            .orElse(null);
        }
        return Optional.ofNullable(witness.success);
    }

    private void agreement(Exchange exchange, Use use) {
        Optional<JsonNode> body = BodyMutations.value(exchange.response()).filter(JsonNode::isObject);
        for (Parameter parameter : use.operation().parameters(Parameter.In.PATH)) {
            Constraint.Claim id = ContractConstraints.claim(Kind.AGREEMENT, use, parameter.name());
            JsonNode value =
                    body.map(object -> object.path(parameter.name())).orElse(JsonNodeFactory.instance.missingNode());
            if (!value.isValueNode() || value.isNull() || !ledger().isOpen(id)) {
                continue;
            }
            ledger().reach(id);
            JsonNode other = value.isNumber()
                    ? JsonNodeFactory.instance.numberNode(value.asLong() + 1)
                    : JsonNodeFactory.instance.stringNode(value.asString() + "0");
            JsonNode changed = Pointers.replaced(body.get(), "/" + parameter.name(), other);
            ledger().note(
                            id,
                            judge.findings(exchange, Body.of(Json.write(changed)))
                                    .anyMatch(CheckId.PATH_VALUE_RETURNED::isOf),
                            "another item than the one asked for");
        }
    }

    private synchronized ProofLedger ledger() {
        if (ledger == null) {
            ledger = new ProofLedger(ContractConstraints.of(scope.operations()));
        }
        return ledger;
    }

    @Override
    public Proof proof() {
        Set<Use> seen = new HashSet<>();
        Set<Use> wrong = new HashSet<>();
        for (Witness witness : witnesses.values()) {
            synchronized (witness) {
                seen.addAll(witness.bodies.keySet());
                wrong.addAll(witness.wrong);
            }
        }
        return new ProofSummary(ledger(), new UnprovenReasons(seen, wrong, isWritable)).proof();
    }
}
