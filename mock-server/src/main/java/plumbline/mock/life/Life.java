package plumbline.mock.life;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Accept;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.resources.Role;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.Store;
import plumbline.mock.state.StoreFullException;
import plumbline.mock.state.file.StateFile;
import plumbline.mock.state.inventory.Inventory;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.MadeUp;
import plumbline.mock.state.kinds.Membership;
import plumbline.mock.state.listing.PageRequest;
import plumbline.mock.state.listing.Wish;
import plumbline.mock.state.seeding.Seeds;
import plumbline.mock.state.uploads.Upload;
import plumbline.mock.state.uploads.Uploads;

/** What a mock remembers of what its clients have created, changed and removed. Thread-safe. */
public final class Life implements AutoCloseable {
    private final Kinds kinds;
    private final Uploads uploads;
    private final Workshop workshop;
    private final ItemReader reader;
    private final ItemLister lister;
    private final ItemCreator creator;
    private final ItemChanger changer;
    private @Nullable StateFile file;

    /**
     * Makes a life, which goes on where the one before ended if it is kept in a file.
     *
     * @param failures takes what prevents it from being saved
     * @throws plumbline.text.UnusableInputException if the file that keeps it cannot be used
     */
    public Life(
            Contract contract,
            Fixtures fixtures,
            Schemas schemas,
            LifeOptions options,
            Consumer<RuntimeException> failures) {
        this(contract, new Store(address -> List.of(), options.limits(), options.clock()), schemas, options);
        reseed(fixtures);
        this.file = options.file() == null
                ? null
                : StateFile.of(options.file(), workshop.store(), List.copyOf(stored()), failures);
    }

    private Life(Contract contract, Store store, Schemas schemas, LifeOptions options) {
        this.kinds = Kinds.of(contract);
        this.uploads = Uploads.of(contract, kinds, store);
        this.workshop = Workshop.of(store, kinds, schemas, options);
        this.reader = new ItemReader(workshop);
        this.lister = new ItemLister(workshop);
        this.creator = new ItemCreator(workshop);
        this.changer = new ItemChanger(workshop, creator);
    }

    private void reseed(Fixtures fixtures) {
        Seeds seeds = new Seeds(
                kinds,
                workshop.parts().embedded(),
                fixtures,
                workshop.schemas(),
                workshop.options().seed());
        Set<ItemKind> uploaded = uploads.kinds();
        workshop.store()
                .reseed(
                        address -> uploaded.contains(address.kind()) ? List.of() : seeds.of(address),
                        stored()::contains);
    }

    private Set<ItemKind> stored() {
        return Stream.concat(kinds.all().stream().map(LivingKind::stored), uploads.kinds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@return the life that goes on under another contract, in the place of this one: what clients have written stays where
     * its resources do}
     */
    public Life under(Contract contract, Fixtures fixtures, Schemas schemas, LifeOptions options) {
        Life next = new Life(contract, workshop.store(), schemas, options);
        next.file = file;
        next.reseed(fixtures);
        return next;
    }

    /** What a client takes of what is documented. */
    public interface Client {
        /** {@return whether it takes a response, and that is such as trees can be written in} */
        boolean takes(ResponseSpec response);

        /** {@return the media type, of those that trees can be written in, in which it gets a response} */
        Optional<MediaTypeSpec> wanted(ResponseSpec response);
    }

    /**
     * {@return what a valid request comes to; nothing if it is about nothing that is kept, or if what is kept could not be
     * shown as the contract says}
     *
     * @param client what the client takes
     */
    public Optional<Outcome> answer(Match.Found match, Request request, Client client) {
        Optional<Membership> member = kinds.membership(match.operation());
        try {
            return member.isEmpty() ? uploaded(match, request) : answer(Asked.of(member.get(), match, request, client));
        } catch (StoreFullException e) {
            return Optional.of(Refusing.full(e));
        }
    }

    /** What is uploaded is answered as if it were not kept. */
    private Optional<Outcome> uploaded(Match.Found match, Request request) {
        if (!request.isSafe()) {
            uploads.note(match, request);
            return Optional.empty();
        }
        Optional<Upload> upload = uploads.find(match);
        if (upload.isEmpty()) {
            return uploads.isGone(match) ? Refusing.missing(match.operation(), request, true) : Optional.empty();
        }
        MediaType type = upload.get().type();
        boolean isWanted = Accept.of(request.headers()).best(List.of(type)).isPresent();
        return match.operation().responses().stream()
                .filter(ResponseSpec::isSuccess)
                .filter(spec ->
                        isWanted && MediaTypeSpec.covering(spec.content(), type).isPresent())
                .findFirst()
                .map(spec -> new Outcome.Uploaded(spec, Asked.status(spec), upload.get()));
    }

    /** {@return whether an operation lists items, of which there may be none} */
    public boolean isList(Operation operation) {
        return membership(operation, Role.LIST).isPresent();
    }

    /**
     * {@return what a valid request for a list comes to where there is nothing to list; nothing if it is for no list, or if
     * the contract wants at least one item}
     *
     * @param client what the client takes
     */
    public Optional<Outcome> empty(Match.Found match, Request request, Client client) {
        return membership(match.operation(), Role.LIST)
                .flatMap(found -> lister.nothing(Asked.of(found, match, request, client)));
    }

    private Optional<Outcome> answer(Asked asked) {
        return switch (asked.member().role()) {
            case READ -> reader.read(asked);
            case LIST -> lister.list(asked);
            case CREATE -> creator.create(asked, sent(asked));
            case REPLACE ->
                sent(asked).flatMap(sent -> changer.replace(asked, sent)).or(() -> unchanged(asked));
            case CHANGE ->
                sent(asked).flatMap(sent -> changer.change(asked, sent)).or(() -> unchanged(asked));
            case REMOVE -> changer.remove(asked);
            case ACT -> Optional.empty();
        };
    }

    /** A body that need not be sent, and is not, changes nothing. */
    private Optional<Outcome> unchanged(Asked asked) {
        boolean isLeftOut =
                asked.operation().body() != null && asked.request().body().isEmpty();
        return isLeftOut ? changer.leave(asked) : Optional.empty();
    }

    private Optional<SentBody> sent(Asked asked) {
        return SentBody.of(asked.member(), asked.request(), workshop.schemas());
    }

    /** {@return an answer that is made up, with what the request says of it} */
    public Response echoing(Response response, Match.Found match, Request request) {
        MadeUp made = new MadeUp(workshop.schemas(), workshop.shapes(), match);
        if (!request.isSafe()) {
            Map<String, String> places = new LinkedHashMap<>();
            match.pathValues().keySet().forEach(name -> places.put(name, Pointers.child("", name)));
            return made.named(new Echo(workshop.schemas()).on(response, match, request), places);
        }
        ListWishes wishes = new ListWishes(match.operation(), workshop.schemas(), workshop.shapes());
        List<Wish> said = wishes.of(request).stream().filter(wishes::isOfPage).toList();
        PageRequest page = wishes.pages(Integer.MAX_VALUE);
        return Conditions.fulfilled(
                match.operation(),
                request,
                said.isEmpty()
                        ? made.named(response, kinds.places(match.operation()))
                        : made.onOnePage(response, page.start(said), page.size(said)));
    }

    private Optional<Membership> membership(Operation operation, Role role) {
        return kinds.membership(operation).filter(member -> member.role() == role);
    }

    /** Puts everything back as it was at the start. */
    public void reset() {
        workshop.store().reset();
    }

    /** {@return all that is kept, for those who look after it} */
    public Inventory inventory() {
        return new Inventory(workshop.store(), kinds, workshop.items(), workshop.parts());
    }

    /** Saves what has not been saved yet, if there is a file to keep it. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
