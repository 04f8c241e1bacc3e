package crosscheck.configuration;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of one run, checked: every value is in its range, every name is known. What each key means is said in
 * {@code crosscheck-defaults.conf}.
 *
 * @param sides what plays each side; with {@code aa} both hold the same definition
 * @param sameOnBothSides the implementation that plays both sides, if any
 * @param checks the id of the functional check, or how the ids of those begin, that alone are played; empty: those of the
 *     simulation
 * @param replay the id of the finding that is looked at again; empty for none
 */
public record Settings(
        String profileName,
        Optional<Implementation> sameOnBothSides,
        long seed,
        Path reports,
        boolean quiet,
        Map<Implementation, Side> sides,
        Map<Service, List<Service>> topology,
        List<Companion> companions,
        Database database,
        Optional<SecretUrl> redis,
        Startup startup,
        Data data,
        Duration requestTimeout,
        Load load,
        Mixes workflowMixes,
        Profile profile,
        Capacity capacity,
        Thresholds thresholds,
        List<String> askedGates,
        String checks,
        String replay,
        Ledger ledger,
        Baseline baseline) {

    /** Whether crosscheck starts every service of both sides, so that they can be given a database of their own. */
    public boolean launchesTargets() {
        return sides.values().stream()
                .flatMap(side -> Stream.concat(Stream.of(side.all()), side.services().values().stream()))
                .allMatch(endpoint -> endpoint.url().isEmpty());
    }

    /** The passwords of the database and Redis. */
    public Secrets secrets() {
        return Secrets.ofUrls(
                Stream.concat(database.url().stream(), redis.stream()).toList());
    }

    /**
     * Who plays a side and where its services are.
     *
     * @param architecture which embedded stand-in is started where neither URL nor command is given
     */
    public record Side(
            Implementation architecture,
            Endpoint all,
            Map<Service, Endpoint> services,
            Path directory,
            List<String> faults,
            int poolSize) {

        /** Where the service is reached or how it is started; a service's own entry stands over the side's. */
        public Endpoint endpoint(Service service) {
            Endpoint own = services.get(service);
            return own.isGiven() ? own : all;
        }
    }

    /** Where something is ({@code url}) or how it is started ({@code command}); both absent: not said here. */
    public record Endpoint(Optional<SecretUrl> url, List<String> command) {
        public boolean isGiven() {
            return url.isPresent() || !command.isEmpty();
        }
    }

    /**
     * A program that is neither side but has to run.
     *
     * @param ready path that answers 200 once it is up
     * @param request path that must answer as its document says, or empty
     * @param sampled whether its resources are watched
     */
    public record Companion(
            String name, Endpoint endpoint, Path directory, String ready, String request, boolean sampled) {}

    public record Database(Optional<SecretUrl> url, Duration lockTimeout, Duration quietTimeout) {}

    public record Startup(Duration timeout, Duration poll) {}

    public record Data(int codebases, int campaigns, int runs, int queueItems) {}

    /**
     * @param workers how many worker names are used, round robin
     * @param headroom items and runs prepared for each that the plan needs
     * @param journeyUsers concurrent workers of the closed journey
     * @param journeyPace time from one start of a worker's journey to its next
     */
    public record Load(
            int workers,
            double headroom,
            double queueAssignmentRate,
            double resultSubmissionRate,
            int journeyUsers,
            Duration journeyPace) {}

    /** @param watch how long each side is driven in one piece where leaks are looked for */
    public record Profile(
            int blocks,
            Duration block,
            Duration warmUp,
            Duration journey,
            boolean sideBySide,
            Duration watch,
            Duration sampling,
            Duration pssInterval) {

        public Profile sampledEach(Duration interval, Duration proportionalInterval) {
            return new Profile(blocks, block, warmUp, journey, sideBySide, watch, interval, proportionalInterval);
        }
    }

    /**
     * How the highest rate is searched for. Rates are arrivals a second of both interactions together.
     *
     * @param start the first rate
     * @param lowest where the search gives up
     * @param highest where it ends
     * @param phase judged time of a phase
     * @param leadIn time before it that is not judged
     * @param warmUp of each side, at the first rate
     * @param precision how wide the answer's interval may be, as a share
     * @param phases at most so many a side until the interval is that narrow
     * @param users virtual users, so many requests can be under way
     * @param overload times capacity
     */
    public record Capacity(
            double start,
            double lowest,
            double highest,
            Duration phase,
            Duration leadIn,
            Duration warmUp,
            double precision,
            int phases,
            int users,
            double overload,
            Duration overloadFor,
            Duration watchFor) {}

    /**
     * @param file where the accepted differences are; empty where there is no such file
     * @param propose whether a run writes entries for what it found, for review
     */
    public record Ledger(Optional<Path> file, boolean propose) {}

    /**
     * @param directory where promoted runs are kept
     * @param machine what machines that may be compared are called; empty: the machine's own name
     */
    public record Baseline(Path directory, String machine) {}
}
