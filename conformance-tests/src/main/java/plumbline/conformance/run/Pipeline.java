package plumbline.conformance.run;

import java.util.List;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Check;
import plumbline.conformance.items.ItemKinds;
import plumbline.conformance.known.KnownItems;
import plumbline.conformance.probe.SetUp;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.target.Sender;

/**
 * How a contract becomes verdicts.
 *
 * @param sources where cases come from, in the order of the phases
 * @param checks who judges what comes back
 * @param sender who sends
 * @param options which part of all that is done, and how
 * @param observer who else looks at what comes back
 * @param items what the run can create, to change it
 * @param known what is known to exist
 * @param setUp whether the target can be tested as things are set up
 */
public record Pipeline(
        List<CaseSource> sources,
        List<Check> checks,
        Sender sender,
        RunOptions options,
        ExchangeObserver observer,
        ItemKinds items,
        KnownItems known,
        SetUp setUp) {
    public Pipeline {
        sources = List.copyOf(sources);
        checks = List.copyOf(checks);
    }

    /** Nothing is learned of what exists, and how things are set up. */
    public Pipeline(
            List<CaseSource> sources,
            List<Check> checks,
            Sender sender,
            RunOptions options,
            ExchangeObserver observer,
            ItemKinds items) {
        this(sources, checks, sender, options, observer, items, KnownItems.none(), SetUp.unchecked());
    }

    /** All of it, in the standard way, and nobody else looks at what comes back. */
    public Pipeline(List<CaseSource> sources, List<Check> checks, Sender sender) {
        this(sources, checks, sender, RunOptions.standard(), ExchangeObserver.NONE, ItemKinds.none());
    }
}
