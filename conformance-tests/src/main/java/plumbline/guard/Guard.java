package plumbline.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.Contract;
import plumbline.contract.Operation;
import plumbline.contract.Reading;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Document;
import plumbline.contract.document.Place;
import plumbline.contract.document.Topic;
import plumbline.guard.finding.Finding;
import plumbline.guard.finding.Silence;
import plumbline.guard.rules.Catalogue;
import plumbline.guard.rules.Examination;

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

    private Assessment assess() {
        try {
            examine(options.read());
        } catch (ContractException e) {
            if (e.problems().get(0).topic() == Topic.SOURCE) {
                throw e;
            }
            e.problems().forEach(problem -> found.add(Catalogue.finding(problem)));
        }
        if (contract.isEmpty()) {
            found.add(Catalogue.unjudged(options.contractName()));
        }
        found.addAll(options.changes().findings(contract, options.contractName()));
        return silenced();
    }

    private void examine(Reading reading) {
        contract = Optional.ofNullable(reading.usable());
        title = contract.map(Contract::title).orElse(title);
        Examination examination = Examination.of(reading, options.fixtures(contract));
        found.addAll(examination.findings());
        documents.putAll(examination.documents());
    }

    private Assessment silenced() {
        List<Finding> open = new ArrayList<>();
        Map<Finding, Silence> silenced = new LinkedHashMap<>();
        for (Finding finding : found) {
            Optional<Operation> around = around(finding.place());
            options.silences().stream()
                    .filter(silence -> silence.fits(finding, around))
                    .findFirst()
                    .ifPresentOrElse(silence -> silenced.put(finding, silence), () -> open.add(finding));
        }
        options.silences().stream()
                .filter(silence -> !options.changes().areMeantBy(silence.rule()))
                .filter(silence -> found.stream().noneMatch(f -> silence.fits(f, around(f.place()))))
                .forEach(silence -> open.add(Catalogue.unused(silence)));
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
