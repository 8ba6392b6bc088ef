package plumbline.mock;

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
