package crosscheck.target;

import crosscheck.contract.Implementation;
import java.util.Map;
import java.util.Set;

/**
 * What was measured, for the plan and the report; holds no secret.
 *
 * @param name {@code python}, {@code rust worker}, {@code companion forge}
 * @param implementation the side it belongs to, or {@code null} for a companion
 * @param services base URL by service
 * @param pids root processes, empty where they are not known
 * @param pidsUnknown why they are not known, else empty
 * @param identity what tells one build from another: hashes of its files, its {@code Server} header
 * @param how it is had
 */
public record TargetInfo(
        String name,
        Implementation implementation,
        Map<String, String> services,
        Set<Long> pids,
        String pidsUnknown,
        String identity,
        How how) {}
