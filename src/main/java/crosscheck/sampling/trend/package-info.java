/**
 * Whether a resource leaks: pure functions from a series of measurements to a {@link
 * crosscheck.sampling.trend.Trend trend} and from it to a {@link crosscheck.sampling.trend.LeakJudgement judgement}. Knows
 * no source of samples (no HTTP, JDBC, Redis or OSHI) and nothing else of crosscheck.
 *
 * <p>A series is judged in four steps: the caller's warm-up is cut; a sawtooth is reduced to its floors, and whatever is left
 * to at most sixty robust means; every {@link crosscheck.sampling.trend.Explanations explanation} (a line in noise of any memory,
 * alone or beside a step, a growth that ended or a warm-up) is weighed by how well it explains; what is believed of the slope
 * that goes on is the weighed mean of what it would be under each. So the interval is as wide as what is not known: how far
 * the noise remembers, and whether what grew has ended. What the method finds and misses: {@code docs/leaks.md}.
 */
package crosscheck.sampling.trend;
