package plumbline.conformance.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Phase;
import plumbline.conformance.auth.Auth;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.Strictness;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.text.UnusableInputException;

/**
 * What to test, against what. Its text form shows the base URL only, as all else may be secret.
 *
 * @param target the server under test
 * @param contract the file or URL of the contract; null for the one that comes with Plumbline
 * @param references where references of the contract may lead
 * @param strictness what becomes of a contract with faults
 * @param fixtures the folder of responses that the target is known to give; null if none are named
 * @param phases the phases to run, at least one
 * @param values values of parameters that name what exists, by parameter name
 * @param cases what else cases are made from
 * @param runOptions which part of all cases is run, and how
 * @param auth where credentials for the security schemes of the contract come from
 */
public record ConformanceOptions(
        Target target,
        @Nullable String contract,
        ReferencePolicy references,
        Strictness strictness,
        @Nullable Path fixtures,
        Set<Phase> phases,
        Map<String, JsonNode> values,
        CaseOptions cases,
        RunOptions runOptions,
        Auth auth) {
    public ConformanceOptions {
        phases = Set.copyOf(phases);
        values = Map.copyOf(values);
        if (phases.isEmpty()) {
            throw new UnusableInputException("no phase is chosen, so nothing would be checked");
        }
    }

    /**
     * {@return the contract that comes with Plumbline against the server at this base URL, all phases}
     *
     * <p>A server on this machine is taken to be started for the purpose, so that anything on it may be changed; say
     * {@link #of(Target)} where that is not so.
     */
    public static ConformanceOptions of(URI baseUrl) {
        Target target = Target.of(baseUrl);
        return of(target.isLoopback() ? target.disposable() : target);
    }

    /** {@return the contract that comes with Plumbline against this server, all phases; it is changed as far as it says} */
    public static ConformanceOptions of(Target target) {
        return new ConformanceOptions(
                target,
                null,
                ReferencePolicy.strict(),
                Strictness.TOLERANT,
                null,
                EnumSet.allOf(Phase.class),
                Map.of(),
                CaseOptions.none(),
                RunOptions.standard(),
                Auth.none());
    }

    public ConformanceOptions withTarget(Target other) {
        return new ConformanceOptions(
                other, contract, references, strictness, fixtures, phases, values, cases, runOptions, auth);
    }

    /** {@return the same with the contract in this file or at this URL} */
    public ConformanceOptions withContract(String fileOrUrl) {
        return new ConformanceOptions(
                target, fileOrUrl, references, strictness, fixtures, phases, values, cases, runOptions, auth);
    }

    /** {@return the same, where references of the contract may lead so far} */
    public ConformanceOptions withReferences(ReferencePolicy policy) {
        return new ConformanceOptions(
                target, contract, policy, strictness, fixtures, phases, values, cases, runOptions, auth);
    }

    /** {@return the same, where a contract with faults becomes this} */
    public ConformanceOptions withStrictness(Strictness other) {
        return new ConformanceOptions(
                target, contract, references, other, fixtures, phases, values, cases, runOptions, auth);
    }

    /** {@return the same with the responses in this folder} */
    public ConformanceOptions withFixtures(Path folder) {
        return new ConformanceOptions(
                target, contract, references, strictness, folder, phases, values, cases, runOptions, auth);
    }

    public ConformanceOptions withPhases(Set<Phase> others) {
        return new ConformanceOptions(
                target, contract, references, strictness, fixtures, others, values, cases, runOptions, auth);
    }

    /** {@return the same with a value of a parameter; text that is a JSON array or object is taken as such} */
    public ConformanceOptions withValue(String parameter, String text) {
        Map<String, JsonNode> more = new LinkedHashMap<>(values);
        more.put(parameter, value(text));
        return new ConformanceOptions(
                target, contract, references, strictness, fixtures, phases, more, cases, runOptions, auth);
    }

    /** {@return the same with these values for single operations, and random cases} */
    public ConformanceOptions withCases(CaseOptions others) {
        return new ConformanceOptions(
                target, contract, references, strictness, fixtures, phases, values, others, runOptions, auth);
    }

    /** {@return the same, run in this way} */
    public ConformanceOptions withRunOptions(RunOptions other) {
        return new ConformanceOptions(
                target, contract, references, strictness, fixtures, phases, values, cases, other, auth);
    }

    /** {@return the same, where credentials for security schemes are fetched} */
    public ConformanceOptions withAuth(Auth other) {
        return new ConformanceOptions(
                target, contract, references, strictness, fixtures, phases, values, cases, runOptions, other);
    }

    /** {@return the same, where the run fails if an operation is called and never answered with success} */
    public ConformanceOptions withRequiredSuccess() {
        return withRunOptions(runOptions.withChecks(runOptions.checks().withSuccessRequired(true)));
    }

    private static JsonNode value(String text) {
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return Json.read(text);
            } catch (JsonException e) {
                return JsonNodeFactory.instance.stringNode(text);
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
