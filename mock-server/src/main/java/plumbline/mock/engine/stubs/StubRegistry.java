package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.validation.Violation;
import plumbline.mock.engine.StubFileException;
import plumbline.mock.engine.StubJudge;
import plumbline.mock.engine.StubPolicy;

/** Knows the user's stubs: where each comes from, whether it keeps the contract, and which have never answered. */
final class StubRegistry implements StubLifecycleListener {
    private static final int UNPROCESSABLE = 422;

    private final StubAnswers answers;
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private @Nullable Path loading;
    private volatile Judging judging =
            new Judging(StubPolicy.OFF, (method, path, response) -> List.of(), message -> {});

    StubRegistry(StubAnswers answers) {
        this.answers = answers;
    }

    /**
     * How stubs are judged.
     *
     * @param policy what becomes of those that break the contract
     * @param judge finds them
     * @param listener takes those that are used all the same
     */
    record Judging(StubPolicy policy, StubJudge judge, Consumer<String> listener) {}

    /** A stub that is known. */
    private static final class Entry {
        private final StubMapping stub;
        private final @Nullable Path file;
        private boolean used;

        Entry(StubMapping stub, @Nullable Path file) {
            this.stub = stub;
            this.file = file;
        }

        String name() {
            String request = StubAnswers.request(stub);
            @Nullable String name = stub.getName();
            String plain = name == null ? request : name;
            return "stub " + (file == null ? plain : file.getFileName() + " (" + plain + ")");
        }
    }

    /** Says of which file the next stubs are; null if of none. */
    synchronized void loading(@Nullable Path file) {
        loading = file;
    }

    /**
     * Judges what is there, and whatever comes.
     *
     * @throws StubFileException if a stub in a file is refused
     */
    void judgeBy(Judging other) throws StubFileException {
        judging = other;
        for (Entry entry : all()) {
            String faults = faults(entry.stub);
            if (!faults.isEmpty() && other.policy() == StubPolicy.REFUSE && entry.file != null) {
                throw new StubFileException(entry.file, faults, new IllegalArgumentException(faults));
            }
            if (!faults.isEmpty()) {
                other.listener().accept(entry.name() + " " + faults);
            }
        }
    }

    private synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    private String faults(StubMapping stub) {
        Judging by = judging;
        return by.policy() == StubPolicy.OFF
                ? ""
                : answers
                        .of(stub)
                        .map(answer -> by.judge().violations(answer.method(), answer.path(), answer.response()))
                        .orElse(List.of())
                        .stream()
                        .map(StubRegistry::told)
                        .collect(Collectors.joining("; "));
    }

    private static String told(Violation violation) {
        String where = violation.contractPlace() == null
                ? ""
                : " at " + violation.contractPlace().position();
        return "breaks " + violation.rule() + where + ": " + violation.location() + " " + violation.message();
    }

    /** Judges a stub that is about to be registered while the mock runs. */
    private void judge(StubMapping stub) {
        String faults = faults(stub);
        if (faults.isEmpty()) {
            return;
        }
        if (judging.policy() == StubPolicy.REFUSE) {
            throw new InvalidInputException(
                    Errors.singleWithDetail(UNPROCESSABLE, "The stub breaks the contract", "It " + faults));
        }
        judging.listener().accept(new Entry(stub, null).name() + " " + faults);
    }

    /** Says that a stub has answered. */
    synchronized void used(StubMapping stub) {
        @Nullable Entry entry = entries.get(stub.getId());
        if (entry != null) {
            entry.used = true;
        }
    }

    /** {@return the names of the stubs that have never answered} */
    List<String> unused() {
        return all().stream().filter(entry -> !entry.used).map(Entry::name).toList();
    }

    @Override
    public String getName() {
        return "plumbline-stub-registry";
    }

    @Override
    public void beforeStubCreated(StubMapping stub) {
        judge(stub);
    }

    @Override
    public synchronized void afterStubCreated(StubMapping stub) {
        entries.put(stub.getId(), new Entry(stub, loading));
    }

    @Override
    public void beforeStubEdited(StubMapping before, StubMapping after) {
        judge(after);
    }

    @Override
    public synchronized void afterStubEdited(StubMapping before, StubMapping after) {
        @Nullable Entry known = entries.remove(before.getId());
        entries.put(after.getId(), new Entry(after, known == null ? null : known.file));
    }

    @Override
    public synchronized void afterStubRemoved(StubMapping stub) {
        entries.remove(stub.getId());
    }

    @Override
    public synchronized void afterStubsReset() {
        entries.clear();
    }
}
