package crosscheck.baseline;

import crosscheck.contract.Implementation;

/**
 * A number that runs are compared by.
 *
 * @param subject operation or scenario; empty for the implementation as a whole
 */
public record Metric(Implementation implementation, String subject, Measure measure) {

    /** As in gate ids, for example {@code assign.p95}, {@code memory}. */
    public String id() {
        return subject.isEmpty() ? measure.id() : subject + "." + measure.id();
    }
}
