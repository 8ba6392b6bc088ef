package plumbline.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import plumbline.text.RegularFiles;

/** Documents from files, over HTTP, or from the class path, as far as a policy allows. */
public final class UriSource implements Source {
    private final URI start;
    private final String startName;
    private final ReferencePolicy policy;

    private UriSource(URI start, String startName, ReferencePolicy policy) {
        this.start = start;
        this.startName = startName;
        this.policy = policy;
    }

    /** {@return the source that starts with this file} */
    public static UriSource of(Path file, ReferencePolicy policy) {
        return new UriSource(file.toAbsolutePath().normalize().toUri(), file.toString(), policy);
    }

    /** {@return the source that starts with the document at this absolute URI} */
    public static UriSource of(URI uri, String name, ReferencePolicy policy) {
        return new UriSource(uri, name, policy);
    }

    @Override
    public URI start() {
        return start;
    }

    @Override
    public Source movedTo(URI home) {
        return home.equals(start) ? this : new UriSource(home, startName, policy);
    }

    @Override
    public String name(URI uri) {
        if (uri.equals(start)) {
            return startName;
        }
        if (isFile(start) && isFile(uri)) {
            return name(Path.of(uri));
        }
        URI relative = folder(start).relativize(uri);
        if (relative.isAbsolute() || startName.indexOf('/') < 0) {
            return relative.toString();
        }
        return startName.substring(0, startName.lastIndexOf('/') + 1) + relative;
    }

    private String name(Path file) {
        Path folder = Path.of(start).resolveSibling("");
        return file.startsWith(folder)
                ? Path.of(startName).resolveSibling(folder.relativize(file)).toString()
                : file.toString();
    }

    @Override
    public Optional<Refusal> refusal(URI uri) {
        if (!isLocal(uri) && !Origin.of(uri).equals(Origin.of(start)) && !policy.allowRemote()) {
            return Optional.of(new Refusal("leads to another host", CallerRemedy.ALLOW_REMOTE_REFERENCES));
        }
        if (isLocal(uri) && !policy.allowOutside() && !isInside(uri)) {
            return Optional.of(
                    new Refusal("leads out of the contract's folder", CallerRemedy.ALLOW_OUTSIDE_REFERENCES));
        }
        return Optional.empty();
    }

    private boolean isInside(URI uri) {
        if (!isFile(start) || !isFile(uri)) {
            return isLocal(start)
                    && uri.normalize().toString().startsWith(folder(start).toString());
        }
        try {
            Path folder = Path.of(start).resolveSibling("");
            Path file = Path.of(uri);
            // Links and escapes such as %2e%2e count for what they lead to.
            return Files.exists(file)
                    ? file.toRealPath().startsWith(folder.toRealPath())
                    : file.normalize().startsWith(folder);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Fetched fetch(URI uri) {
        try {
            if (isFile(uri)) {
                Path file = Path.of(uri);
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw failure(
                            uri,
                            Files.isDirectory(file) ? "is a folder, not a document" : RegularFiles.ENDLESS,
                            "name a file, or copy it into one");
                }
                return new Fetched(uri, read(file));
            }
            return new Download(policy.patience(), (from, to) -> mayRedirect(uri, from, to)).fetch(uri);
        } catch (NoSuchFileException e) {
            throw failure(uri, "does not exist", "check the spelling; paths start at the current folder");
        } catch (RedirectRefusedException e) {
            CallerRemedy remedy = CallerRemedy.ALLOW_REMOTE_REFERENCES;
            throw new ContractException(
                    problem(uri, String.valueOf(e.getMessage()), "name that address, or " + remedy.hint())
                            .remediedBy(remedy));
        } catch (TimeoutException e) {
            CallerRemedy remedy = CallerRemedy.ALLOW_MORE_TIME;
            throw new ContractException(
                    problem(uri, "cannot be had: " + e.getMessage(), "check the address, or " + remedy.hint())
                            .remediedBy(remedy));
        } catch (IOException | IllegalArgumentException e) {
            throw failure(uri, "cannot be read: " + Objects.requireNonNullElse(e.getMessage(), e.toString()), "");
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Download.octets(in);
        }
    }

    /** A server must not lead where the document itself might not, except that the start may move to a secure address. */
    private boolean mayRedirect(URI asked, Origin from, Origin to) {
        return policy.allowRemote() || from.equals(to) || asked.equals(start) && from.isSecuredBy(to);
    }

    private ContractException failure(URI uri, String message, String hint) {
        return new ContractException(problem(uri, message, hint));
    }

    private Problem problem(URI uri, String message, String hint) {
        return Problem.error(new Place(name(uri), 0, 0, ""), message, hint).about(Topic.SOURCE);
    }

    private static boolean isFile(URI uri) {
        return "file".equals(uri.getScheme());
    }

    private static boolean isLocal(URI uri) {
        return !Origin.of(uri).isHttp();
    }

    private static URI folder(URI uri) {
        String text = uri.toString();
        return URI.create(text.substring(0, text.lastIndexOf('/') + 1));
    }
}
