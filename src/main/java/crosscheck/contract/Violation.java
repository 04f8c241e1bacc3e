package crosscheck.contract;

/**
 * A promise of the contract that one answer or message breaks.
 *
 * @param kind which promise
 * @param path where in the body (dotted, elements by index), or the header's name; empty for the whole
 * @param message what was expected and what came
 */
public record Violation(Kind kind, String path, String message) {

    /** The path without indexes: {@code items[].value}. */
    public String place() {
        return path.replaceAll("(^|\\.)\\d+(?=\\.|$)", "[]");
    }

    public enum Kind implements FindingKind {
        /** A status that the operation does not have. */
        STATUS,
        /** A header missing or malformed. */
        HEADER,
        CONTENT_TYPE,
        /** An {@code error.code} that this status of the operation does not have. */
        ERROR_CODE,
        /** A body that is not JSON, or a body where there is none. */
        MALFORMED,
        DUPLICATE_KEY,
        /** JSON that the document's schema does not allow. */
        SCHEMA
    }
}
