package plumbline.conformance.junit;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;

/** Names places in the contract in the way in which IDEs open them: {@code file:///…/api.yaml?line=12&column=5}. */
final class TestSources {
    private static final String BUILT_IN = "classpath:/plumbline/contract/users.yaml";

    private TestSources() {}

    /**
     * {@return the address of a place, or null if there is none}
     *
     * @param contract the contract as the user named it; null for the built-in one
     */
    static @Nullable URI of(Place place, @Nullable String contract) {
        String query = "line=" + Math.max(1, place.line()) + "&column=" + Math.max(1, place.column());
        if (contract == null) {
            return URI.create(BUILT_IN + "?" + query);
        }
        try {
            if (place.file().matches("(?i)https?://.*")) {
                return new URI(place.file());
            }
            Path file = Path.of(place.file());
            return Files.isRegularFile(file) ? URI.create(file.toUri() + "?" + query) : null;
        } catch (URISyntaxException | InvalidPathException e) {
            return null;
        }
    }
}
