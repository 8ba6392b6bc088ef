package plumbline.guard.revision;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;

/** Finds the contract that another one is compared with. */
public final class OldContract {
    private static final String GIT = "git:";

    private OldContract() {}

    /**
     * {@return the old contract that a user named; nothing if a revision does not have the new one yet, and the user named
     * no path in it}
     *
     * @param name a file, an http(s) address, or {@code git:REV[:PATH]}, where the path starts at the top of the repository
     *     and defaults to that of the new contract
     * @param contract the new contract as the user named it; null for the one that comes with Plumbline
     * @param policy where references may lead
     * @throws ContractException if it cannot be had or used
     */
    public static Optional<DocumentReading> find(String name, @Nullable String contract, ReferencePolicy policy) {
        if (!name.startsWith(GIT)) {
            return Optional.of(usable(DocumentReading.of(name, policy, Optional.empty())));
        }
        String[] parts = name.substring(GIT.length()).split(":", 2);
        Optional<Path> file = Optional.ofNullable(contract).flatMap(OldContract::file);
        Git git = new Git(name, file.map(OldContract::folder).orElse(Path.of("")));
        String path = parts.length > 1 && !parts[1].isBlank() ? parts[1] : samePath(name, file, git);
        String commit = git.commit(parts[0]);
        if (parts.length == 1 && git.file(commit, path).code() != 0) {
            return Optional.empty();
        }
        return Optional.of(
                usable(DocumentReading.of(new GitSource(git, commit, parts[0], path, policy), Optional.empty())));
    }

    /** What is wrong with a part of it does not keep the others from being compared; what the user could allow does. */
    private static DocumentReading usable(DocumentReading reading) {
        boolean isForbidden =
                reading.usable() == null && reading.problems().stream().anyMatch(problem -> problem.remedy() != null);
        if (isForbidden || reading.understood().isEmpty()) {
            throw new ContractException(reading.problems());
        }
        return reading;
    }

    private static Optional<Path> file(String contract) {
        try {
            return Optional.of(Path.of(contract)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    private static String samePath(String name, Optional<Path> file, Git git) {
        if (file.isEmpty()) {
            throw new ContractException(Problem.error(
                            new Place(name, 0, 0, ""),
                            "names no path, and the new contract is no file whose path could be meant",
                            "write git:REV:PATH, or " + CallerRemedy.NAME_CONTRACT.hint())
                    .remediedBy(CallerRemedy.NAME_CONTRACT));
        }
        return git.prefix() + file.get().getFileName();
    }
}
