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
import plumbline.guard.rules.GuardRule;

/** Finds what is wrong with a contract, its examples and its fixtures, without any server. */
public final class Guard {
    private final GuardOptions options;
    private final Set<Finding> found = new LinkedHashSet<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private Optional<Contract> contract = Optional.empty();
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
        found.addAll(options.baseline().findings(contract, options.contractName()));
        return silenced();
    }

    private void examine(DocumentReading reading) {
        contract = Optional.ofNullable(reading.usable());
        title = contract.map(Contract::title).orElse(title);
        Examination examination = Examination.of(reading, options.fixtures(contract));
        found.addAll(examination.findings());
        documents.putAll(examination.documents());
    }

    private Assessment silenced() {
        List<Finding> open = new ArrayList<>();
        Map<Finding, Ignore> silenced = new LinkedHashMap<>();
        for (Finding finding : found) {
            Optional<Operation> around = around(finding.place());
            options.ignores().stream()
                    .filter(ignore -> ignore.fits(finding, around, 0))
                    .findFirst()
                    .ifPresentOrElse(ignore -> silenced.put(finding, ignore), () -> open.add(finding));
        }
        options.ignores().stream()
                .filter(ignore -> !options.baseline().areMeantBy(ignore))
                .filter(ignore -> found.stream().noneMatch(f -> ignore.fits(f, around(f.place()), 0)))
                .forEach(ignore -> open.add(GuardRule.unused(ignore)));
        open.sort(Comparator.comparing(
                        (Finding finding) -> !finding.place().file().equals(options.contractName()))
                .thenComparing(finding -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()));
        return new Assessment(title, options.contractName(), open, silenced, documents);
    }

    /** The operation whose object, or whose path item, a place stands in. */
    private Optional<Operation> around(Place place) {
        String pointer = place.pointer() + "/";
        return contract.flatMap(known -> known.operations().stream()
                .filter(operation -> pointer.startsWith(operation.node().place().pointer() + "/"))
                .filter(operation ->
                        place.file().equals(operation.node().place().file()))
                .findFirst());
    }
}
