package plumbline.guard.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;

/**
 * Asks git about the repository around a folder.
 *
 * @param name what the user wrote, to begin messages with
 * @param folder the folder
 */
record Git(String name, Path folder) {
    private static final int PATIENCE_IN_SECONDS = 60;

    /** What git tells its hooks, which would keep it from finding the repository around another folder. */
    static final Set<String> OF_HOOKS = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    /** {@return the folder's path in its repository, empty or with a slash at its end} */
    String prefix() {
        Answer answer = ask("rev-parse", "--show-prefix");
        if (answer.code() != 0) {
            throw failure(
                    "there is no git repository around " + folder.toAbsolutePath() + answer.reason(),
                    CallerRemedy.NAME_OLD_CONTRACT.hint(),
                    CallerRemedy.NAME_OLD_CONTRACT);
        }
        return answer.text().strip();
    }

    /** {@return the full name of the commit that a revision names} */
    String commit(String revision) {
        prefix();
        Answer answer = ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        if (revision.isBlank() || revision.startsWith("-") || answer.code() != 0) {
            throw failure(
                    "git knows no revision '" + revision + "'",
                    "mend the spelling, or fetch it first: clones in CI often hold only the newest commit"
                            + " (git fetch origin main, or fetch-depth: 0)");
        }
        return answer.text().strip();
    }

    /** {@return the octets of a file in a commit, or the reason why there are none} */
    Answer file(String commit, String path) {
        return ask("cat-file", "blob", commit + ":" + path);
    }

    /**
     * What git said.
     *
     * @param code the exit code
     * @param octets what it wrote
     * @param complaint what it complained of
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int code, byte[] octets, String complaint) {
        String text() {
            return new String(octets, UTF_8);
        }

        String reason() {
            String first = complaint.lines().findFirst().orElse("").replaceFirst("^fatal: ", "");
            return first.isEmpty() ? "" : " (git says: " + first + ")";
        }
    }

    private Answer ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path complaints = Files.createTempFile("plumbline-git", ".txt");
            try {
                return run(command, complaints);
            } finally {
                Files.deleteIfExists(complaints);
            }
        } catch (IOException e) {
            throw failure(
                    "git cannot be run: " + e.getMessage(),
                    "install git, or " + CallerRemedy.NAME_OLD_CONTRACT.hint(),
                    CallerRemedy.NAME_OLD_CONTRACT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("git was interrupted", "");
        }
    }

    private Answer run(List<String> command, Path complaints) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(complaints.toFile());
        builder.environment().keySet().removeAll(OF_HOOKS);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            byte[] octets = out.readAllBytes();
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                throw failure("git does not come to an end", "try " + String.join(" ", command));
            }
            return new Answer(process.exitValue(), octets, Files.readString(complaints, UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    ContractException failure(String message, String hint) {
        return new ContractException(problem(message, hint));
    }

    private ContractException failure(String message, String hint, CallerRemedy remedy) {
        return new ContractException(problem(message, hint).remediedBy(remedy));
    }

    private Problem problem(String message, String hint) {
        return Problem.error(new Place(name, 0, 0, ""), message, hint);
    }
}
