package plumbline.mock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.mock.engine.journal.AnsweredRequest;

/** Is told of what the client of a mock cannot mend; called by many threads at a time. */
public interface MockListener {
    /**
     * What breaks the contract is answered or passed on all the same, see {@link
     * plumbline.mock.answer.AnswerOptions#lenient()} and {@link plumbline.mock.upstream.UpstreamOptions}.
     *
     * @param violation the request, and how it or its answer breaks the contract
     */
    default void answeredInvalid(String violation) {}

    /**
     * {@return who is told of each request when it is answered, without credentials, by the thread that answers; asked once,
     * at the start}
     */
    default Optional<Consumer<AnsweredRequest>> answered() {
        return Optional.empty();
    }

    /**
     * A stub of the user breaks the contract and is used all the same.
     *
     * @param message which stub, and how
     */
    default void stubBreaks(String message) {}

    /**
     * The mock has ended.
     *
     * @param names the stubs and fixtures of the user that have never been asked for
     */
    default void unused(List<String> names) {}

    /**
     * Something around the mock keeps clients from being answered; told once. Unless overridden, it is logged by the {@link
     * System.Logger} of this package.
     *
     * @param message what it is, and how to mend it
     */
    default void inTrouble(String message) {
        System.getLogger(MockListener.class.getPackageName()).log(System.Logger.Level.WARNING, message);
    }

    /**
     * The mock failed by a fault of its own and answered with 500; told once for each fault. Unless overridden, it is logged
     * by the {@link System.Logger} of this package.
     *
     * @param request method and path of the request
     * @param failure what happened
     */
    default void failed(String request, Throwable failure) {
        System.getLogger(MockListener.class.getPackageName())
                .log(System.Logger.Level.ERROR, "A fault of Plumbline, not of the request " + request, failure);
    }
}
