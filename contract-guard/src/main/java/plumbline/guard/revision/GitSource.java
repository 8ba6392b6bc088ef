package plumbline.guard.revision;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.Source;
import plumbline.contract.document.UriSource;

/** Documents in a commit, and those on other hosts that they refer to where that is allowed. */
final class GitSource implements Source {
    private static final String SCHEME = "git";

    private final Git git;
    private final String commit;
    private final String revision;
    private final URI start;
    private final ReferencePolicy policy;

    GitSource(Git git, String commit, String revision, String path, ReferencePolicy policy) {
        this.git = git;
        this.commit = commit;
        this.revision = revision;
        this.policy = policy;
        try {
            this.start = new URI(SCHEME, commit, "/" + path.replaceFirst("^(\\./)+", ""), null).normalize();
        } catch (URISyntaxException e) {
            throw git.failure("'" + path + "' is no path", "write git:REV:path/in/the/repository.yaml");
        }
    }

    @Override
    public URI start() {
        return start;
    }

    @Override
    public Source movedTo(URI home) {
        return this;
    }

    @Override
    public String name(URI uri) {
        return isHere(uri) ? "git:" + revision + ":" + path(uri) : uri.toString();
    }

    @Override
    public Optional<Refusal> refusal(URI uri) {
        if (!isHere(uri)) {
            return policy.allowRemote()
                    ? Optional.empty()
                    : Optional.of(new Refusal("leads out of the repository", CallerRemedy.ALLOW_REMOTE_REFERENCES));
        }
        String folder = start.getPath().substring(0, start.getPath().lastIndexOf('/') + 1);
        return policy.allowOutside() || uri.normalize().getPath().startsWith(folder)
                ? Optional.empty()
                : Optional.of(new Refusal("leads out of the contract's folder", CallerRemedy.ALLOW_OUTSIDE_REFERENCES));
    }

    @Override
    public Fetched fetch(URI uri) {
        if (!isHere(uri)) {
            return UriSource.of(uri, uri.toString(), policy).fetch(uri);
        }
        Git.Answer answer = git.file(commit, path(uri));
        if (answer.code() != 0) {
            throw git.failure(
                    "there is no file " + path(uri) + " in the revision '" + revision + "'",
                    "mend the path, which starts at the top of the repository: git:" + revision + ":PATH");
        }
        return new Fetched(uri, answer.octets());
    }

    private static boolean isHere(URI uri) {
        return SCHEME.equals(uri.getScheme());
    }

    private static String path(URI uri) {
        return uri.normalize().getPath().substring(1);
    }
}
