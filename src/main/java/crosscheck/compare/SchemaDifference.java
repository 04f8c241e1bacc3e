package crosscheck.compare;

import crosscheck.contract.FindingKind;

/**
 * A point in which the schemas of what was really answered differ from each other or from the document.
 *
 * @param operation the contract's
 * @param status of the answers
 * @param path the property, {@code items[].value}; empty for the answer as a whole
 * @param python what python's answers showed
 * @param rust what rust's answers showed
 * @param document what the document says, or {@code null} where it says nothing
 */
public record SchemaDifference(
        Kind kind, String operation, int status, String path, String python, String rust, String document) {
    public enum Kind implements FindingKind {
        /** One side alone ever gave the operation's answer with this status. */
        MISSING_ENDPOINT,
        /** A property is in each answer of one side, or required by the document, and not in each of the other's. */
        MISSING_REQUIRED_FIELD,
        /** The sides' types differ, or one has a type that the document does not allow. */
        TYPE_MISMATCH
    }
}
