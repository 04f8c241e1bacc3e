package crosscheck.standin;

import java.util.Set;

/** The names of the operations, as the document has them. */
final class Operations {
    static final String ASSIGN = "assign";
    static final String SUBMIT_RESULT = "submit-result";
    static final String SET_ITEM_STATUS = "set-item-status";
    static final String PUT_ARTIFACT = "put-artifact";
    static final String HEALTH = "health";
    static final String LIST_QUEUE = "list-queue";
    static final String SCHEDULE = "schedule";
    static final String GET_QUEUE_ITEM = "get-queue-item";
    static final String CANCEL = "cancel";
    static final String CREATE_RUN = "create-run";
    static final String LIST_RUNS = "list-runs";
    static final String GET_RUN = "get-run";
    static final String UPDATE_RUN = "update-run";
    static final String DELETE_RUN = "delete-run";
    static final String GET_ARTIFACT = "get-artifact";
    static final String LIST_ARTIFACTS = "list-artifacts";
    static final String CREATE_CODEBASE = "create-codebase";
    static final String LIST_CODEBASES = "list-codebases";
    static final String GET_CODEBASE = "get-codebase";
    static final String REPLACE_CODEBASE = "replace-codebase";
    static final String SUBMIT_CANDIDATE = "submit-candidate";
    static final String PUBLISH = "publish";
    static final String GET_PUBLISH = "get-publish";
    static final String POST_MESSAGE = "post-message";
    static final String LIST_MESSAGES = "list-messages";
    static final String LIST_REJECTED_MESSAGES = "list-rejected-messages";
    static final String EXECUTE_JOB = "execute-job";

    /** Those that have a load scenario of their own. */
    static final Set<String> LOADED = Set.of(ASSIGN, SUBMIT_RESULT);

    /** Those of a worker's journey. */
    static final Set<String> WORKER = Set.of(ASSIGN, SET_ITEM_STATUS, PUT_ARTIFACT, SUBMIT_RESULT);

    /** Those that cause messages. */
    static final Set<String> MESSAGING = Set.of(ASSIGN, SET_ITEM_STATUS, SUBMIT_RESULT, PUBLISH);

    private Operations() {}
}
