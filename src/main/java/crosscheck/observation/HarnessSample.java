package crosscheck.observation;

/**
 * The state of the harness and its host at one moment, so that a sick generator is never mistaken for a slow target. What the
 * machine does not tell is {@code null}.
 *
 * @param atMicros microseconds since the run's epoch
 * @param wallOffsetMicros how far the wall clock's time since the epoch was ahead of it
 * @param generatorCpuSeconds CPU time of this JVM, cumulative
 * @param generatorGcMillis time for which garbage collections stopped it, cumulative
 * @param generatorHeap share of its largest heap that was in use after the last collection, 0..1
 * @param generatorStalledMillis time for which none of it ran although it was due to, cumulative, in stretches of
 *     20 ms and more
 * @param samplerCpuSeconds CPU time of the sampler's thread, cumulative
 * @param hostBusy share of all cores that was busy since the last sample, 0..1
 * @param hostSteal share that the hypervisor kept, 0..1
 * @param hostRunnable tasks that ran or wanted to, the sampler left out
 * @param othersCpuSeconds CPU time of processes that are no part of the run, cumulative: not this JVM nor what it has
 *     started, not the targets, not PostgreSQL
 * @param postgresCpuSeconds CPU time of PostgreSQL's processes where they are on this machine
 */
public record HarnessSample(
        long atMicros,
        Long wallOffsetMicros,
        double generatorCpuSeconds,
        long generatorGcMillis,
        Double generatorHeap,
        long generatorStalledMillis,
        double samplerCpuSeconds,
        Double hostBusy,
        Double hostSteal,
        Integer hostRunnable,
        Double othersCpuSeconds,
        Double postgresCpuSeconds) {}
