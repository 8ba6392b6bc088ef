package plumbline.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Document;
import plumbline.contract.document.Place;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.finding.SeverityChange;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.rules.GuardRule;

/** Finds what is wrong with a contract, its examples and its fixtures, without any server. */
public final class Guard {
    private final GuardOptions options;
    private final Set<Finding> found = new LinkedHashSet<>();
    private final Map<Finding, Change> changes = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private Optional<Contract> contract = Optional.empty();
    private Optional<Contract> compared = Optional.empty();
    private OperationPlaces operations = OperationPlaces.NONE;
    private String title;

    private Guard(GuardOptions options) {
        this.options = options;
        this.title = options.contractName();
    }

    /**
     * {@return what is wrong with a contract}
     *
     * @throws ContractException if the document cannot be had at all
     * @throws plumbline.fixtures.FixtureException if the folder of fixtures cannot be read
     */
    public static Assessment assess(GuardOptions options) {
        return new Guard(options).assess();
    }

    /** {@return all rules by which findings are reported and ignored, those of baseline last} */
    public static List<Rule> rules() {
        return Stream.concat(GuardRule.all().stream(), Baseline.rules().stream())
                .toList();
    }

    private Assessment assess() {
        try {
            examine(options.read());
        } catch (ContractException e) {
            if (e.problems().get(0).topic() == Topic.SOURCE) {
                throw e;
            }
            e.problems().forEach(problem -> found.add(GuardRule.finding(problem)));
        }
        if (contract.isEmpty()) {
            found.add(GuardRule.unjudged(options.contractName()));
        }
        found.addAll(options.baseline().notCompared(options.contractName(), compared));
        options.baseline().added(options.contractName()).ifPresent(found::add);
        if (options.judgement().isOfChanges()) {
            leaveOutOldOnes();
        }
        compared.ifPresent(now -> changes.putAll(options.baseline().findings(now)));
        found.addAll(changes.keySet());
        return judged();
    }

    /** What the older contract has, too, wherever it stands now: at the same place first. */
    private void leaveOutOldOnes() {
        List<KnownFindings.Entry> old = new ArrayList<>();
        options.baseline().oldFindings(options).forEach(finding -> old.add(KnownFindings.Entry.of(finding)));
        found.removeIf(finding -> old.remove(KnownFindings.Entry.of(finding)));
        found.removeIf(finding -> {
            Optional<KnownFindings.Entry> moved = old.stream()
                    .filter(entry -> entry.rule().equals(finding.rule().id())
                            && entry.message().equals(finding.message()))
                    .findFirst();
            moved.ifPresent(old::remove);
            return moved.isPresent();
        });
    }

    private void examine(DocumentReading reading) {
        contract = Optional.ofNullable(reading.usable());
        compared = reading.understood();
        operations = compared.map(OperationPlaces::of).orElse(operations);
        title = compared.map(Contract::title).orElse(title);
        Examination examination = Examination.of(reading, options.fixtures(contract));
        found.addAll(examination.findings());
        documents.putAll(examination.documents());
    }

    private Assessment judged() {
        List<Finding> open = new ArrayList<>();
        Map<Finding, Ignore> silenced = new LinkedHashMap<>();
        List<Changelog.Entry> entries = new ArrayList<>();
        for (Finding finding : found) {
            Optional<Operation> around = operations.around(finding.place());
            SeverityChange.judged(options.judgement().severities(), finding, around)
                    .ifPresent(judged -> silence(finding, around)
                            .ifPresentOrElse(ignore -> silenced.put(judged, ignore), () -> {
                                open.add(judged);
                                entry(finding, judged.severity()).ifPresent(entries::add);
                            }));
        }
        open.addAll(unused());
        entries.sort(Comparator.comparing(Changelog.Entry::severity));
        Changelog changelog = changelog(entries);
        versionNotRaised(changelog).ifPresent(open::add);
        // What was not judged for an error is told after that error.
        open.sort(Comparator.comparing(GuardRule::isUnjudgedAsAWhole)
                .thenComparing(finding -> !finding.place().file().equals(options.contractName()))
                .thenComparing(finding -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()));
        return new Assessment(title, options.contractName(), open, silenced, documents, changelog);
    }

    private Optional<Ignore> silence(Finding finding, Optional<Operation> around) {
        KnownFindings known = options.judgement().known();
        if (known.has(finding)) {
            Ignore.Where anywhere = new Ignore.Where(Optional.empty(), 0, "", Optional.empty());
            return Optional.of(new Ignore(
                    Optional.empty(), anywhere, "known in " + known.file(), new Place(known.file(), 0, 0, "")));
        }
        return options.judgement().ignores().stream()
                .filter(ignore -> ignore.fits(finding, around, 0))
                .findFirst();
    }

    private List<Finding> unused() {
        List<Finding> unused = new ArrayList<>();
        options.judgement().ignores().stream()
                .filter(ignore -> !options.baseline().areMeantBy(ignore))
                .filter(ignore -> found.stream().noneMatch(f -> ignore.fits(f, operations.around(f.place()), 0)))
                .forEach(ignore -> unused.add(GuardRule.unused(ignore)));
        KnownFindings known = options.judgement().known();
        known.gone(found)
                .forEach(entry -> unused.add(GuardRule.gone(known.file(), entry.rule() + " at #" + entry.pointer())));
        return unused;
    }

    private Optional<Changelog.Entry> entry(Finding finding, Severity severity) {
        return Optional.ofNullable(changes.get(finding))
                .map(change -> new Changelog.Entry(severity, change.message(), change.operations()));
    }

    private Changelog changelog(List<Changelog.Entry> entries) {
        return compared.filter(now -> !options.baseline().name().isEmpty())
                .map(now -> new Changelog(
                        options.baseline().name(),
                        new Versions(options.baseline().version(), Versions.of(now)),
                        entries))
                .orElse(Changelog.NONE);
    }

    private Optional<Finding> versionNotRaised(Changelog changelog) {
        Versions versions = changelog.versions();
        if (changelog.count(Severity.ERROR) == 0 || !versions.promisesCompatibility()) {
            return Optional.empty();
        }
        Place place =
                compared.orElseThrow().root().at("/info/version").orElseThrow().place();
        Finding finding = GuardRule.VERSION_NOT_RAISED.at(
                place,
                "the version " + versions.now() + " says that clients of " + versions.before()
                        + " go on working, and some do not",
                "raise it to " + versions.next(true) + ", or keep what clients rely on");
        return silence(finding, Optional.empty()).isPresent()
                ? Optional.empty()
                : SeverityChange.judged(options.judgement().severities(), finding, Optional.empty());
    }
}
