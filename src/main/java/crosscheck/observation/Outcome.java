package crosscheck.observation;

/** How a request ended, as its client saw it. */
public enum Outcome {
    /** The answer that the contract promises, with the right content. */
    SUCCESS,
    /** A well-formed "queue empty": normal, unless an invariant says otherwise. */
    EMPTY,
    /** An answer that came, but with another status or other content than promised; {@code mismatch} says what. */
    WRONG,
    /** No answer at the deadline; whether it took effect is unknown. */
    TIMEOUT,
    /** Refused, reset or closed before an answer; whether it took effect is unknown. */
    CONNECTION;

    /** Whether an answer came. */
    public boolean answered() {
        return this != TIMEOUT && this != CONNECTION;
    }
}
