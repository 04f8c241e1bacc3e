package crosscheck.configuration;

import java.time.Duration;

/**
 * Limits beyond which the generator or its host was not fit to measure; shares are of 1.
 *
 * @param lateShare of the planned arrivals that never came, and of those that came more than {@code late} after their time
 * @param generatorCpu of all processors
 * @param gcShare of the time, in which collections stopped the generator
 * @param heap of its largest size that was in use after a collection
 * @param stalledShare of the time, in which the generator stood still, for whatever reason
 * @param steal of all processors, which the hypervisor kept
 * @param othersCpu of all processors, which processes used that are no part of the run
 * @param runQueue tasks that ran or wanted to, for each processor
 * @param clockJump of the wall clock against the monotonic one
 */
public record RunLimits(
        double lateShare,
        Duration late,
        double generatorCpu,
        double gcShare,
        double heap,
        double stalledShare,
        double steal,
        double othersCpu,
        double runQueue,
        Duration clockJump) {}
