/**
 * Whether a resource leaks: pure functions from a series of measurements to a {@link
 * crosscheck.sampling.trend.Trend trend} and from it to a {@link crosscheck.sampling.trend.LeakJudgement judgement}. Knows
 * no source of samples (no HTTP, JDBC, Redis or OSHI) and nothing else of crosscheck.
 *
 * <p>A series is judged in five steps: the caller's warm-up is cut; a sawtooth is reduced to its floors, anything else to
 * at most thirty block medians; what went on and ended, a step or a growth that stopped, is taken out; the slope is
 * Theil and Sen's; its confidence interval counts autocorrelated samples for what they are worth.
 */
package crosscheck.sampling.trend;
