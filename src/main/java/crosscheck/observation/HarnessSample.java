package crosscheck.observation;

/**
 * The state of the harness and its host at one moment, so that a sick generator is never mistaken for a slow target.
 *
 * @param atMicros microseconds since the run's epoch
 * @param generatorCpuSeconds CPU time of this JVM, cumulative
 * @param generatorGcMillis time spent in garbage collection, cumulative
 * @param samplerCpuSeconds CPU time of the sampler's thread, cumulative
 * @param hostBusy share of all cores that was busy since the last sample, 0..1
 * @param hostSteal share that the hypervisor kept, 0..1
 * @param postgresCpuSeconds CPU time of PostgreSQL's processes where they are on this machine, else {@code null}
 */
public record HarnessSample(
        long atMicros,
        double generatorCpuSeconds,
        long generatorGcMillis,
        double samplerCpuSeconds,
        Double hostBusy,
        Double hostSteal,
        Double postgresCpuSeconds) {}
