package crosscheck.verdict;

import crosscheck.contract.FindingKind;

/** What only a chain, the run or the ledger as a whole shows. */
enum RunKind implements FindingKind {
    /** A request that neither was answered nor may be left so. */
    NO_ANSWER,
    /** Whole seconds of a run that its stored times do not make. */
    DURATION,
    REFUSED_BUT_CHANGED,
    /** What belongs together was committed piece by piece. */
    HALF_DONE,
    /** The sides' chains ended at different steps. */
    STEP_NOT_COMPLETED,
    WORKFLOW_NOT_COMPLETED,
    /** A reset had to end a session that held a transaction. */
    TRANSACTION_LEFT_OPEN,
    /** The ledger accepts a finding whose day is over. */
    LEDGER_EXPIRED,
    /** The ledger accepts what no longer occurs. */
    LEDGER_VANISHED
}
