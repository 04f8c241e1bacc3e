package crosscheck.consistency;

/** The contract's seven, in its order ("What must hold however many clients there are"). */
public enum Invariant {
    SINGLE_ASSIGNMENT("single-assignment"),
    RESULT_DURABILITY("result-durability"),
    ONE_COMPLETION_MESSAGE("one-completion-message"),
    MESSAGE_ORDER("message-order"),
    QUEUE_CONSERVATION("queue-conservation"),
    BUCKET_ORDER("bucket-order"),
    NO_FALSE_EMPTY("no-false-empty");

    private final String id;

    Invariant(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String gate() {
        return "invariant." + id;
    }
}
