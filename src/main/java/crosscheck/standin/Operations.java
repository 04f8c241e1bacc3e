package crosscheck.standin;

import java.util.Set;

/** The names of the operations that faults are about. */
final class Operations {
    static final String ASSIGN = "assign";
    static final String SUBMIT_RESULT = "submit-result";
    static final String SET_ITEM_STATUS = "set-item-status";
    static final String PUT_ARTIFACT = "put-artifact";

    /** Those that have a load scenario of their own. */
    static final Set<String> LOADED = Set.of(ASSIGN, SUBMIT_RESULT);

    /** Those of a worker's journey. */
    static final Set<String> WORKER = Set.of(ASSIGN, SET_ITEM_STATUS, PUT_ARTIFACT, SUBMIT_RESULT);

    private Operations() {}
}
