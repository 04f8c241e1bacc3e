package crosscheck.sampling;

import crosscheck.contract.Implementation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What is watched and how often.
 *
 * @param roots for each side that is watched its topmost processes, asked at every sample; none: they are not known,
 *     and what processes hold stays {@code null}
 * @param outOfSight whether processes of a side run on this machine without being known; asked at every sample
 * @param database opens the sampler's one connection to the database that both sides use; not a pool
 * @param databaseIsHere whether it runs on this machine, be it in a container
 * @param redis what Redis says of itself, nothing while it does not answer
 * @param interval between two samples
 * @param pssInterval between two readings of proportional set sizes, which cost milliseconds a process, and of what both
 *     sides share
 */
public record SamplingPlan(
        Map<Implementation, Supplier<Set<Long>>> roots,
        BooleanSupplier outOfSight,
        DataSource database,
        boolean databaseIsHere,
        Supplier<Optional<String>> redis,
        Duration interval,
        Duration pssInterval) {}
