package crosscheck.compare;

import crosscheck.contract.FindingKind;

/**
 * One thing in which rust is not as python is.
 *
 * @param kind what sort
 * @param path where, with the keys of elements: {@code items[id=17].bucket}, a header's name, {@code queue.added[id=3].status}
 * @param place the path without what changes from run to run: {@code items[].bucket}
 * @param python what python showed, or {@code null}
 * @param rust what rust showed, or {@code null}
 * @param rule what the contract says of it, one sentence
 */
public record Difference(Kind kind, String path, String place, String python, String rust, String rule) {
    public enum Kind implements FindingKind {
        STATUS,
        CONTENT_TYPE,
        HEADER,
        ERROR_CODE,
        /** One side's body is not JSON where it should be. */
        MALFORMED,
        DUPLICATE_KEY,
        /** Python has it, rust lacks it. */
        MISSING,
        /** Rust has it, python lacks it. */
        EXTRA,
        /** One side says null, the other nothing. */
        NULL_VS_ABSENT,
        TYPE,
        VALUE,
        /** Lists of different sizes. */
        LENGTH,
        /** The same elements in another order. */
        ORDER,
        /** Other bytes with the same meaning. */
        BYTES;

        /** Whether it counts against parity: other bytes alone do not. */
        public boolean gates() {
            return this != BYTES;
        }
    }
}
