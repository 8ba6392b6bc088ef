package plumbline.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Documents from files, over HTTP, or from the class path, as far as a policy allows. */
public final class UriSource implements Source {
    private static final int TIMEOUT_IN_MILLISECONDS = 20_000;
    private static final int LARGEST_DOCUMENT_IN_BYTES = 256 << 20;

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
        if (!isLocal(uri) && !sameOrigin(uri) && !policy.allowRemote()) {
            return Optional.of(new Refusal("leads to another host", "allow that with --allow-remote-refs"));
        }
        if (isLocal(uri) && !policy.allowOutside() && !isInside(uri)) {
            return Optional.of(
                    new Refusal("leads out of the contract's folder", "allow that with --allow-outside-refs"));
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
    public byte[] fetch(URI uri) {
        try {
            if (isFile(uri)) {
                return Files.readAllBytes(Path.of(uri));
            }
            return download(uri);
        } catch (NoSuchFileException e) {
            throw failure(uri, "does not exist", "check the spelling; paths start at the current folder");
        } catch (IOException | IllegalArgumentException e) {
            throw failure(uri, "cannot be read: " + Objects.requireNonNullElse(e.getMessage(), e.toString()), "");
        }
    }

    private static byte[] download(URI uri) throws IOException {
        URLConnection connection = uri.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_IN_MILLISECONDS);
        connection.setReadTimeout(TIMEOUT_IN_MILLISECONDS);
        connection.setRequestProperty("Accept", "application/json, application/yaml, */*");
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_DOCUMENT_IN_BYTES);
            if (bytes.length == LARGEST_DOCUMENT_IN_BYTES) {
                throw new IOException("it is larger than " + LARGEST_DOCUMENT_IN_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private ContractException failure(URI uri, String message, String hint) {
        return new ContractException(Problem.error(new Place(name(uri), 0, 0, ""), message, hint));
    }

    private boolean sameOrigin(URI uri) {
        return Objects.equals(uri.getScheme(), start.getScheme())
                && Objects.equals(uri.getAuthority(), start.getAuthority());
    }

    private static boolean isFile(URI uri) {
        return "file".equals(uri.getScheme());
    }

    private static boolean isLocal(URI uri) {
        String scheme = uri.getScheme() == null ? "file" : uri.getScheme().toLowerCase(Locale.ROOT);
        return !"http".equals(scheme) && !"https".equals(scheme);
    }

    private static URI folder(URI uri) {
        String text = uri.toString();
        return URI.create(text.substring(0, text.lastIndexOf('/') + 1));
    }
}
