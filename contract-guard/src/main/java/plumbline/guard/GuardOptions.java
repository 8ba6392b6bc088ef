package plumbline.guard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.ReferencePolicy;
import plumbline.finding.Ignore;
import plumbline.fixtures.FixtureSet;

/**
 * What is to be checked.
 *
 * @param contract a file or URL; null for the built-in contract
 * @param references where references may lead
 * @param fixtures the folder of fixtures; null for those that belong to the built-in contract, and else for none
 * @param ignores what the user lives with
 * @param baseline what it is compared with
 */
public record GuardOptions(
        @Nullable String contract,
        ReferencePolicy references,
        @Nullable Path fixtures,
        List<Ignore> ignores,
        Baseline baseline) {
    public GuardOptions {
        ignores = List.copyOf(ignores);
    }

    /** {@return options to check the built-in contract, and its fixtures} */
    public static GuardOptions builtIn() {
        return new GuardOptions(null, ReferencePolicy.strict(), null, List.of(), Baseline.NONE);
    }

    public GuardOptions withContract(String fileOrUrl) {
        return new GuardOptions(fileOrUrl, references, fixtures, ignores, baseline);
    }

    public GuardOptions withReferences(ReferencePolicy policy) {
        return new GuardOptions(contract, policy, fixtures, ignores, baseline);
    }

    public GuardOptions withFixtures(Path folder) {
        return new GuardOptions(contract, references, folder, ignores, baseline);
    }

    public GuardOptions withIgnores(List<Ignore> known) {
        return new GuardOptions(contract, references, fixtures, known, baseline);
    }

    /** {@return the same, where changes since an older contract, which the user calls by this name, are told, too} */
    public GuardOptions withOld(Contract old, String name) {
        return new GuardOptions(contract, references, fixtures, ignores, new Baseline(old, name));
    }

    String contractName() {
        return contract == null ? "openapi/users.yaml" : contract;
    }

    DocumentReading read() {
        return contract == null
                ? DocumentReading.builtIn()
                : DocumentReading.of(contract, references, Optional.empty());
    }

    FixtureSet fixtures(Optional<Contract> usable) {
        if (usable.isEmpty()) {
            return FixtureSet.none();
        }
        if (fixtures != null) {
            return FixtureSet.in(fixtures, usable.get());
        }
        return contract == null ? FixtureSet.builtIn(usable.get()) : FixtureSet.none();
    }
}
