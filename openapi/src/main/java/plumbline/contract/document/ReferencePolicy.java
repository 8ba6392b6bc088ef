package plumbline.contract.document;

import java.time.Duration;

/**
 * Which documents a contract may refer to, and how long one may take to come.
 *
 * @param allowRemote whether references may lead to documents on other hosts
 * @param allowOutside whether references may lead out of the folder of the contract
 * @param patience how long a document on another host may take, redirects included
 */
public record ReferencePolicy(boolean allowRemote, boolean allowOutside, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public ReferencePolicy(boolean allowRemote, boolean allowOutside) {
        this(allowRemote, allowOutside, PATIENCE);
    }

    /** {@return the policy that stays within the folder of the contract} */
    public static ReferencePolicy strict() {
        return new ReferencePolicy(false, false);
    }

    public ReferencePolicy withPatience(Duration patience) {
        return new ReferencePolicy(allowRemote, allowOutside, patience);
    }
}
