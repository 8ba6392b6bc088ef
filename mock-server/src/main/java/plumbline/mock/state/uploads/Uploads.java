package plumbline.mock.state.uploads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.Store;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;

/** Keeps the images, tables and other files that clients put under a path from which they can be read. Thread-safe. */
public final class Uploads {
    private static final List<String> NOTHING_MORE = List.of();

    private final Map<Operation, ItemKind> kinds;
    private final Store store;

    private Uploads(Map<Operation, ItemKind> kinds, Store store) {
        this.kinds = kinds;
        this.store = store;
    }

    /**
     * {@return the uploads of a contract}
     *
     * @param living what is kept otherwise, of which uploads may be parts
     */
    public static Uploads of(Contract contract, Kinds living, Store store) {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            paths.computeIfAbsent(operation.template().toString(), path -> new ArrayList<>())
                    .add(operation);
        }
        Map<Operation, ItemKind> kinds = new LinkedHashMap<>();
        paths.forEach((path, operations) -> {
            boolean isFree = operations.stream()
                    .allMatch(operation -> living.membership(operation).isEmpty());
            boolean isSent = operations.stream().anyMatch(Uploads::takesOctets);
            boolean isShown = operations.stream().anyMatch(Uploads::showsOctets);
            if (isFree && isSent && isShown) {
                int values = operations.get(0).template().names().size();
                ItemKind kind = new ItemKind(path, parent(path, living), values, 0, false);
                operations.forEach(operation -> kinds.put(operation, kind));
            }
        });
        return new Uploads(kinds, store);
    }

    private static @Nullable ItemKind parent(String path, Kinds living) {
        return living.all().stream()
                .filter(kind -> path.startsWith(kind.item() + "/"))
                .map(LivingKind::stored)
                .max(Comparator.comparingInt(kind -> kind.scopeSize() + kind.keySize()))
                .orElse(null);
    }

    private static boolean takesOctets(Operation operation) {
        @Nullable RequestBodySpec body = operation.body();
        return body != null && Set.of("PUT", "POST").contains(operation.method()) && haveOctets(body.content());
    }

    private static boolean showsOctets(Operation operation) {
        return "GET".equals(operation.method())
                && operation.responses().stream()
                        .filter(ResponseSpec::isSuccess)
                        .anyMatch(spec -> haveOctets(spec.content()));
    }

    private static boolean haveOctets(List<MediaTypeSpec> content) {
        return content.stream().map(MediaTypeSpec::mediaType).anyMatch(Uploads::isOfOctets);
    }

    private static boolean isOfOctets(MediaType type) {
        return type.isRange() || type.shape() == BodyShape.OCTETS || type.shape() == BodyShape.TEXT;
    }

    /** {@return what uploads are stored as} */
    public Set<ItemKind> kinds() {
        return Set.copyOf(kinds.values());
    }

    /**
     * Keeps what a valid request puts under its path, or forgets what it removes there.
     *
     * @throws plumbline.mock.state.StoreFullException if there is no room for it
     */
    public void note(Match.Found match, Request request) {
        @Nullable ItemKind kind = kinds.get(match.operation());
        if (kind == null) {
            return;
        }
        CollectionAddress address = address(kind, match);
        Optional<Upload> upload = takesOctets(match.operation()) ? sent(request) : Optional.empty();
        boolean isRemoval = "DELETE".equals(match.operation().method());
        store.write(transaction -> {
            if (transaction.exists(address)) {
                upload.ifPresent(sent -> transaction.put(address, NOTHING_MORE, sent.stored()));
                if (isRemoval) {
                    transaction.remove(address, NOTHING_MORE);
                }
            }
            return upload;
        });
    }

    private static Optional<Upload> sent(Request request) {
        return request.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .filter(Uploads::isOfOctets)
                .map(type -> new Upload(type, request.body()));
    }

    /** {@return what a client has put under the path of a request} */
    public Optional<Upload> find(Match.Found match) {
        @Nullable ItemKind kind = kinds.get(match.operation());
        return kind == null
                ? Optional.empty()
                : store.read(transaction -> transaction.find(address(kind, match), NOTHING_MORE))
                        .flatMap(item -> Upload.of(item.value()));
    }

    /** {@return whether a client has removed what was under the path of a request, or what that was part of} */
    public boolean isGone(Match.Found match) {
        @Nullable ItemKind kind = kinds.get(match.operation());
        return kind != null && store.read(transaction -> transaction.wasRemoved(address(kind, match), NOTHING_MORE));
    }

    private static CollectionAddress address(ItemKind kind, Match.Found match) {
        return new CollectionAddress(
                kind,
                match.operation().template().names().stream()
                        .map(name -> match.pathValues().getOrDefault(name, ""))
                        .map(raw -> PercentCoding.decode(raw).orElse(raw))
                        .toList());
    }
}
