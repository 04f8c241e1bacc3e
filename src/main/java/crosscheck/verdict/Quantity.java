package crosscheck.verdict;

import crosscheck.observation.ResourceSample;
import java.util.function.Function;

/** What is read from a resource sample, in the unit that gates and reports use. */
enum Quantity {
    PSS("MiB", sample -> mebibytes(sample.pssBytes())),
    RSS("MiB", sample -> mebibytes(sample.rssBytes())),
    CONNECTIONS("connections", sample -> number(sample.connections())),
    DESCRIPTORS("descriptors", sample -> number(sample.descriptors())),
    THREADS("threads", sample -> number(sample.threads())),
    IDLE_IN_TRANSACTION("sessions", sample -> number(sample.idleInTransaction())),
    QUEUE_DEPTH("rows", sample -> number(sample.queueDepth()));

    private final String unit;
    private final Function<ResourceSample, Double> of;

    Quantity(String unit, Function<ResourceSample, Double> of) {
        this.unit = unit;
        this.of = of;
    }

    String unit() {
        return unit;
    }

    /** {@code null} where it was not sampled. */
    Double of(ResourceSample sample) {
        return of.apply(sample);
    }

    private static Double mebibytes(Long bytes) {
        return bytes == null ? null : bytes / 1048576.0;
    }

    private static Double number(Number value) {
        return value == null ? null : value.doubleValue();
    }
}
