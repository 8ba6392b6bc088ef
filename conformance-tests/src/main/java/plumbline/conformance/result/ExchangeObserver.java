package plumbline.conformance.result;

import plumbline.conformance.Exchange;

/** Looks at the exchanges of a run while they are there, since not all are kept; may be told by many threads at once. */
public interface ExchangeObserver {
    /** Sees nothing. */
    ExchangeObserver NONE = new ExchangeObserver() {
        @Override
        public void saw(Exchange exchange, boolean isRight) {
            // Nothing is wanted of it.
        }

        @Override
        public Proof proof() {
            return Proof.NONE;
        }
    };

    /**
     * Takes note of an exchange that has been judged.
     *
     * @param isRight whether nothing was found in it
     */
    void saw(Exchange exchange, boolean isRight);

    /** {@return what the exchanges so far prove} */
    Proof proof();

    /** Looks at nothing more, as the run was interrupted. */
    default void stop() {
        // Whoever looks at once has nothing before it.
    }
}
