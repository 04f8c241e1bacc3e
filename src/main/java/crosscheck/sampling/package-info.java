/**
 * What both implementations and the harness itself consume while a run goes on, written down as {@link
 * crosscheck.observation.ResourceSample} and {@link crosscheck.observation.HarnessSample}: process trees by OSHI and
 * {@code /proc}, database sessions and queue depth by JDBC. May use {@code contract} and {@code observation}. What the
 * samples mean is judged in {@code sampling.trend}, which knows none of these sources.
 */
package crosscheck.sampling;
