package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.validation.Violation;
import plumbline.mock.engine.StubFileException;
import plumbline.mock.engine.judging.StubJudging;
import plumbline.mock.engine.judging.StubPolicy;

/** Knows the user's stubs: where each comes from, whether it keeps the contract, and which have never answered. */
final class StubRegistry implements StubLifecycleListener {
    private static final int UNPROCESSABLE = 422;

    private final StubAnswers answers;
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private @Nullable Path loading;
    private final Set<String> used = new HashSet<>();
    private volatile StubJudging judging =
            new StubJudging(StubPolicy.OFF, (method, path, response) -> List.of(), message -> {});

    StubRegistry(StubAnswers answers) {
        this.answers = answers;
    }

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

    /** {@return the file of which the stubs are that are being read} */
    synchronized Optional<Path> loading() {
        return Optional.ofNullable(loading);
    }

    /**
     * Judges what is there, and whatever comes.
     *
     * @throws StubFileException if a stub in a file is refused
     */
    void judgeBy(StubJudging other) throws StubFileException {
        judgeFromNowOnBy(other);
        for (Entry entry : all()) {
            refuse(entry.stub, entry.file, other);
            String faults = faults(entry.stub, other);
            if (!faults.isEmpty()) {
                other.listener().accept(entry.name() + " " + faults);
            }
        }
    }

    /** Judges whatever comes. */
    void judgeFromNowOnBy(StubJudging other) {
        judging = other;
    }

    /**
     * Refuses a stub if it is to be.
     *
     * @param file where it stands; null if in none, and then it is not refused
     */
    void refuse(StubMapping stub, @Nullable Path file, StubJudging by) throws StubFileException {
        if (by.policy() == StubPolicy.REFUSE && file != null) {
            String faults = faults(stub, by);
            if (!faults.isEmpty()) {
                throw new StubFileException(file, faults, new IllegalArgumentException(faults));
            }
        }
    }

    private synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    private String faults(StubMapping stub, StubJudging by) {
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
        StubJudging by = judging;
        String faults = faults(stub, by);
        if (faults.isEmpty()) {
            return;
        }
        // Those in files have been refused before any of them is registered.
        if (by.policy() == StubPolicy.REFUSE && loading().isEmpty()) {
            throw new InvalidInputException(
                    Errors.singleWithDetail(UNPROCESSABLE, "The stub breaks the contract", "It " + faults));
        }
        by.listener().accept(new Entry(stub, loading().orElse(null)).name() + " " + faults);
    }

    /** Says that a stub has answered. */
    synchronized void used(StubMapping stub) {
        @Nullable Entry entry = entries.get(stub.getId());
        if (entry != null && !entry.used) {
            entry.used = true;
            used.add(entry.name());
        }
    }

    /** {@return the names of the stubs that have never answered} */
    synchronized List<String> unused() {
        return all().stream()
                .map(Entry::name)
                .filter(name -> !used.contains(name))
                .toList();
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
