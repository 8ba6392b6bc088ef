package plumbline.guard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.ReferencePolicy;
import plumbline.finding.Ignore;
import plumbline.finding.SeverityChange;
import plumbline.fixtures.FixtureSet;

/**
 * What is to be checked.
 *
 * @param contract a file or URL; null for the built-in contract
 * @param references where references may lead
 * @param fixtures the folder of fixtures; null for those that belong to the built-in contract, and else for none
 * @param judgement how findings are judged
 * @param baseline what it is compared with
 */
public record GuardOptions(
        @Nullable String contract,
        ReferencePolicy references,
        @Nullable Path fixtures,
        Judgement judgement,
        Baseline baseline) {
    /** {@return options to check the built-in contract, and its fixtures} */
    public static GuardOptions builtIn() {
        return new GuardOptions(null, ReferencePolicy.strict(), null, Judgement.PLAIN, Baseline.NONE);
    }

    public GuardOptions withContract(String fileOrUrl) {
        return new GuardOptions(fileOrUrl, references, fixtures, judgement, baseline);
    }

    public GuardOptions withReferences(ReferencePolicy policy) {
        return new GuardOptions(contract, policy, fixtures, judgement, baseline);
    }

    public GuardOptions withFixtures(Path folder) {
        return new GuardOptions(contract, references, folder, judgement, baseline);
    }

    public GuardOptions withIgnores(List<Ignore> known) {
        return judged(new Judgement(known, judgement.severities(), judgement.known(), judgement.isOfChanges()));
    }

    /** {@return the same, where findings matter as much as the user says} */
    public GuardOptions withSeverities(List<SeverityChange> severities) {
        return judged(new Judgement(judgement.ignores(), severities, judgement.known(), judgement.isOfChanges()));
    }

    /** {@return the same, where what was found before makes nothing fail} */
    public GuardOptions withKnown(KnownFindings known) {
        return judged(new Judgement(judgement.ignores(), judgement.severities(), known, judgement.isOfChanges()));
    }

    /** {@return the same, where what the older contract has, too, is not told} */
    public GuardOptions withOnlyChanges() {
        return judged(new Judgement(judgement.ignores(), judgement.severities(), judgement.known(), true));
    }

    private GuardOptions judged(Judgement changed) {
        return new GuardOptions(contract, references, fixtures, changed, baseline);
    }

    /** {@return the same, where changes since an older contract, which the user calls by this name, are told, too} */
    public GuardOptions withOld(DocumentReading old, String name) {
        return new GuardOptions(contract, references, fixtures, judgement, new Baseline(old, name));
    }

    /** {@return the same, where the contract is told to be new, since what the user calls by this name lacks it} */
    public GuardOptions withoutOld(String name) {
        return new GuardOptions(contract, references, fixtures, judgement, new Baseline(null, name));
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
