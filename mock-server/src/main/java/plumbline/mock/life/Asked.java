package plumbline.mock.life;

import java.util.List;
import java.util.Optional;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Membership;

/**
 * A request, and what it is about.
 *
 * @param member the part that its operation plays
 * @param request the request
 * @param collection the collection that it is about
 * @param key the key of the item that it is about; none if it is about the collection
 * @param list the path of the list that it is about, where that is another one than the collection; else empty
 * @param client what the client takes
 */
record Asked(
        Membership member,
        Request request,
        CollectionAddress collection,
        List<String> key,
        String list,
        Life.Client client) {
    static Asked of(Membership member, Match.Found match, Request request, Life.Client client) {
        List<String> values = member.operation().template().names().stream()
                .map(name -> match.pathValues().getOrDefault(name, ""))
                .map(raw -> PercentCoding.decode(raw).orElse(raw))
                .toList();
        return new Asked(member, request, member.collection(values), member.key(values), member.list(values), client);
    }

    /** {@return the same of an item, whatever the client calls it} */
    Asked on(StoredItem item) {
        return new Asked(member, request, collection, item.key(), list, client);
    }

    Operation operation() {
        return member.operation();
    }

    LivingKind kind() {
        return member.kind();
    }

    /** {@return the path before those of the contract} */
    String basePath() {
        return operation().basePathOf(request.path());
    }

    /** {@return the response of success with this status or else the lowest one, if the client takes it} */
    Optional<ResponseSpec> success(String preferred) {
        return operation()
                .response(preferred)
                .or(() -> operation().responses().stream()
                        .filter(ResponseSpec::isSuccess)
                        .filter(spec -> !"201".equals(spec.key()))
                        .min(java.util.Comparator.comparing(ResponseSpec::key)))
                .or(() -> operation().responses().stream()
                        .filter(ResponseSpec::isSuccess)
                        .min(java.util.Comparator.comparing(ResponseSpec::key)))
                .or(() -> operation().response("default"))
                .filter(client::takes);
    }

    static int status(ResponseSpec spec) {
        return spec.isExact() ? Integer.parseInt(spec.key()) : 200;
    }
}
