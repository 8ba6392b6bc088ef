package plumbline.conformance.stories;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/**
 * The Location of what was created (RFC 9110, section 10.2.2) has a path of the contract. Of another host nothing can be told:
 * what stands before a server may have rewritten the path, and not the header.
 */
record CreatedLocation(Contract contract, Operation create) {
    private static final CheckId CHECK = CheckId.LOCATION_IS_KNOWN;
    private static final int CREATED = 201;
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

    void conclude(Conversation conversation, Request creation, Response created) {
        Optional<String> location = created.headers().first("Location");
        if (created.status() == CREATED && location.isPresent()) {
            path(creation.path(), location.get())
                    .ifPresent(path -> conversation.conclude(CHECK, fault(path, location.get())));
        }
    }

    private static Optional<String> path(String base, String location) {
        try {
            URI uri = URI.create(location.trim());
            boolean isOwn = uri.getRawAuthority() == null || OWN.contains(String.valueOf(uri.getHost()));
            return isOwn ? Item.resolved(base, uri.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> fault(String path, String location) {
        return contract.match("GET", path) instanceof Match.NoPath
                ? Optional.of(new Promise(CHECK, create)
                        .broken(
                                "what was created is said to be where the contract knows nothing",
                                "the path of an operation",
                                location)
                        .at("header 'Location'")
                        .withHint("send the path at which the item can be read, or document it"))
                : Optional.empty();
    }
}
