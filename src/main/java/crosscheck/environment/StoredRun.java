package crosscheck.environment;

import java.util.List;
import java.util.UUID;

/**
 * A run as the database holds it.
 *
 * @param finished whether it has a finish time
 * @param value as a number, or {@code null}
 * @param result JSON text as the database prints it, or {@code null}
 * @param branches by role
 * @param queued whether a queue item refers to it
 */
record StoredRun(
        UUID id,
        String status,
        boolean finished,
        String resultCode,
        String description,
        Double value,
        String result,
        List<String> logfilenames,
        List<Branch> branches,
        boolean queued) {

    /** A row of {@code run_branch}. */
    record Branch(String role, String name, String baseRevision, String revision) {}
}
