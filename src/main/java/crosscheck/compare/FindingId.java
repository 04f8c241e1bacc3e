package crosscheck.compare;

/**
 * What a finding is, whichever run finds it: nothing in it changes from run to run.
 *
 * @param suite the gate family, for example {@code api.parity}
 * @param operation the contract's operation, or empty
 * @param kind the difference's kind
 * @param place {@link Difference#place()}
 */
public record FindingId(String suite, String operation, String kind, String place) {
    public static FindingId of(String suite, String operation, Difference difference) {
        return new FindingId(suite, operation, difference.kind().id(), difference.place());
    }

    /** One line, for example {@code api.parity/list-runs/order/items}. */
    @Override
    public String toString() {
        return String.join("/", suite, operation, kind, place);
    }
}
