package plumbline.mock.engine.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.text.UnusableInputException;

/**
 * Who may do what with a mock besides asking it for the paths of its contract.
 *
 * @param administered whether there is an administration at all
 * @param token what a client of the administration must send as {@code Authorization: Bearer}; null if it need not send
 *     one, and then there is no administration on any address but a loopback one
 * @param hosts by which names, besides those of the loopback interface and the one that it listens on, the administration
 *     may be called
 * @param callable to which hosts the mock may send requests, for stubs that proxy, webhooks and recordings
 */
public record Access(boolean administered, @Nullable String token, Set<String> hosts, Set<String> callable) {
    public Access {
        if (token != null && token.isBlank()) {
            throw new UnusableInputException("a token of the administration cannot be empty");
        }
        hosts = small(hosts);
        callable = small(callable);
    }

    /** {@return administration for this machine only, without a token, and no calls to anywhere} */
    public static Access defaults() {
        return new Access(true, null, Set.of(), Set.of());
    }

    public Access withoutAdministration() {
        return new Access(false, token, hosts, callable);
    }

    public Access withToken(String other) {
        return new Access(administered, other, hosts, callable);
    }

    public Access withHosts(Set<String> others) {
        return new Access(administered, token, others, callable);
    }

    public Access withCallable(Set<String> others) {
        return new Access(administered, token, hosts, others);
    }

    /** {@return whether a mock that listens on this name or address can be administered} */
    public boolean isAdministeredOn(String host) {
        return administered && (token != null || HostNames.isLoopback(host));
    }

    /** Tells all but the token. */
    @Override
    public String toString() {
        return "Access[administered=" + administered + ", token=" + (token == null ? "none" : "***") + ", hosts="
                + hosts + ", callable=" + callable + "]";
    }

    private static Set<String> small(Set<String> names) {
        return names.stream()
                .map(name -> HostNames.bare(name.trim()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
