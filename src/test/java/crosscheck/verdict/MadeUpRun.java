package crosscheck.verdict;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.observation.Altered;
import crosscheck.observation.Event;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.Phase.Kind;
import crosscheck.observation.Phase.Load;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunFolder;
import crosscheck.observation.StoredResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The facts of a healthy run, made up from a fixed seed; a test spoils some of them and has the run judged. */
public final class MadeUpRun {
    static final List<String> SMOKE = List.of(
            "load.*.p95",
            "load.*.error-rate",
            "load.*.throughput",
            "response-time.gross",
            "invariant.single-assignment",
            "invariant.result-durability",
            "invariant.queue-conservation",
            "invariant.bucket-order",
            "invariant.no-false-empty",
            "memory.ratio",
            "memory.gross-growth",
            "connections.gross-growth",
            "baseline.*",
            "capacity.ratio",
            "target.alive",
            "run.sound");
    static final List<String> BASELINE = List.of(
            "load.*.p95",
            "load.*.error-rate",
            "load.*.error-rate.normal",
            "load.*.throughput",
            "response-time.parity.*",
            "invariant.single-assignment",
            "invariant.result-durability",
            "invariant.queue-conservation",
            "invariant.bucket-order",
            "invariant.no-false-empty",
            "memory.ratio",
            "memory.leak",
            "connections.leak",
            "descriptors.leak",
            "threads.leak",
            "target.alive",
            "run.sound");
    static final Thresholds THRESHOLDS = thresholds();

    private static final long SECOND = 1_000_000;
    private static final int JOURNEY_USERS = 8;
    private static final long PENDING = 1_000_000;

    final List<Phase> phases = new ArrayList<>();
    final List<QueueCount> queues = new ArrayList<>();
    final List<StoredResult> results = new ArrayList<>();
    final List<RequestRecord> requests = new ArrayList<>();
    final List<ResourceSample> resources = new ArrayList<>();
    final List<HarnessSample> harness = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    private final Random random = new Random(42);
    final Map<String, List<String>> checks = new TreeMap<>();
    Settings.Capacity capacity;

    private final String profile;
    private final List<String> asked;
    private final List<PlannedPhase> planned = new ArrayList<>();

    /** The default's tenth of a connection or thread a minute takes ten minutes to rule out. */
    private static Thresholds thresholds() {
        Properties sooner = new Properties();
        sooner.put("crosscheck.thresholds.connections.leak-per-minute", "0.3");
        sooner.put("crosscheck.thresholds.threads.leak-per-minute", "0.3");
        return Configuration.load(Map.of(), sooner, Set.of()).settings().thresholds();
    }

    private MadeUpRun(String profile, List<String> asked) {
        this.profile = profile;
        this.asked = asked;
    }

    /** Two blocks a side of 5 s, both scenarios side by side, and a journey of 1 s. */
    public static MadeUpRun smoke() {
        return new MadeUpRun("smoke", SMOKE).blocks(2, 5, 1);
    }

    /** Six blocks a side of 50 s. */
    static MadeUpRun baseline() {
        return new MadeUpRun("baseline", BASELINE).blocks(6, 50, 4);
    }

    /** For functional checks alone. */
    static MadeUpRun withoutLoad() {
        return new MadeUpRun("smoke", SMOKE);
    }

    private MadeUpRun blocks(int blocks, double seconds, double journey) {
        List<Load> open =
                List.of(new Load("queue-assignment", 50, seconds, 0), new Load("result-submission", 25, seconds, 0));
        List<Load> closed = List.of(new Load("worker-journey", 0, journey, JOURNEY_USERS));
        for (int block = 0; block < blocks; block++) {
            Implementation first = block % 2 == 0 ? Implementation.PYTHON : Implementation.RUST;
            for (Implementation side : List.of(first, first.other())) {
                run(new PlannedPhase(planned.size(), side, Kind.LOAD, block, open));
                run(new PlannedPhase(planned.size(), side, Kind.JOURNEY, block, closed));
            }
        }
        return this;
    }

    private void run(PlannedPhase phase) {
        int index = planned.size();
        long start = phases.isEmpty() ? 0 : phases.get(phases.size() - 1).endMicros() + SECOND;
        planned.add(phase);
        for (Load load : phase.loads()) {
            if (load.rate() > 0) {
                open(index, phase.implementation(), load, start);
            } else {
                journey(index, phase.implementation(), load, start);
            }
        }
        long end = start + Math.round(phase.loads().get(0).seconds() * SECOND);
        sample(start, end);
        phases.add(new Phase(index, phase.implementation(), phase.kind(), phase.block(), phase.loads(), start, end));
        queues.add(new QueueCount(
                index,
                Map.of("manual", PENDING, "default", PENDING),
                Map.of("manual", PENDING, "default", PENDING),
                3 * PENDING,
                3 * PENDING - completed(index)));
        requests.stream()
                .filter(request ->
                        request.phase() == index && request.operation().equals("submit-result"))
                .forEach(request -> results.add(new StoredResult(index, request.run(), StoredResult.State.WHOLE, "")));
    }

    private void open(int phase, Implementation side, Load load, long start) {
        String operation = load.scenario().equals("queue-assignment") ? "assign" : "submit-result";
        long arrivals = Math.round(load.rate() * load.seconds());
        for (long i = 0; i < arrivals; i++) {
            long plannedAt = start + Math.round(i * SECOND / load.rate());
            request(phase, load.scenario(), operation, plannedAt, plannedAt + 500, responseMicros(side));
        }
    }

    private void journey(int phase, Implementation side, Load load, long start) {
        List<String> steps = List.of("assign", "set-item-status", "put-artifact", "submit-result");
        for (int user = 0; user < load.users(); user++) {
            long at = start + 100L * user;
            for (int step = 0; at < start + load.seconds() * SECOND; step++) {
                long response = responseMicros(side);
                request(phase, load.scenario(), steps.get(step % steps.size()), at, at, response);
                at += response;
            }
        }
    }

    private void request(int phase, String scenario, String operation, long plannedAt, long sent, long response) {
        boolean submits = operation.equals("submit-result");
        requests.add(new RequestRecord(
                phase,
                scenario,
                operation,
                plannedAt,
                sent,
                sent + response,
                Outcome.SUCCESS,
                submits ? 201 : 200,
                "",
                requests.size() + 1,
                new UUID(phase, requests.size()).toString(),
                operation.equals("assign") ? "manual" : "",
                200,
                300));
    }

    private long responseMicros(Implementation side) {
        long typical = side == Implementation.PYTHON ? 12_000 : 8_000;
        return Math.round(typical * Math.exp(0.2 * random.nextGaussian()));
    }

    private void sample(long start, long end) {
        for (long at = start; at <= end; at += SECOND) {
            for (Implementation each : Implementation.values()) {
                resources.add(resource(at, each));
            }
            double seconds = at / 1e6;
            harness.add(new HarnessSample(
                    at,
                    0L,
                    0.4 * seconds,
                    Math.round(2 * seconds),
                    0.1,
                    Math.round(3 * seconds),
                    0.01 * seconds,
                    0.5,
                    0.0,
                    2,
                    0.02 * seconds,
                    null));
        }
    }

    private ResourceSample resource(long at, Implementation side) {
        boolean python = side == Implementation.PYTHON;
        long memory = (python ? 400L << 20 : 120L << 20) + random.nextInt(4 << 20);
        double cpu = at / 1e6 * (python ? 0.5 : 0.2);
        return new ResourceSample(
                at,
                side,
                python ? 3 : 1,
                cpu,
                memory + (20L << 20),
                memory,
                30,
                60L,
                0L,
                0L,
                20,
                0,
                0,
                100L,
                null,
                null,
                null);
    }

    private long completed(int phase) {
        return requests.stream()
                .filter(request -> request.phase() == phase && request.status() == 201)
                .count();
    }

    /** Changes the requests of rust that fit. */
    MadeUpRun rust(Predicate<RequestRecord> which, UnaryOperator<RequestRecord> change) {
        requests.replaceAll(request ->
                side(request) == Implementation.RUST && which.test(request) ? change.apply(request) : request);
        return this;
    }

    /** Rust is python once more. */
    MadeUpRun alike() {
        rust(request -> true, request -> slower(request, request.responseMicros() / 2));
        return rustSamples(sample -> holding(sample, (400L << 20) + random.nextInt(4 << 20), 20));
    }

    static ResourceSample withoutPss(ResourceSample sample) {
        return Altered.of(sample, "pssBytes", null);
    }

    /** Changes every n-th request of rust that fits, beginning with the n-th. */
    MadeUpRun everyNthOfRust(int n, Predicate<RequestRecord> which, UnaryOperator<RequestRecord> change) {
        int[] seen = {0};
        return rust(request -> which.test(request) && ++seen[0] % n == 0, change);
    }

    /** The phases from this one on did not run to their end, their requests were never sent. */
    MadeUpRun cutShortBefore(int phase) {
        phases.removeIf(ran -> ran.index() >= phase);
        queues.removeIf(count -> count.phase() >= phase);
        requests.removeIf(request -> request.phase() > phase);
        return this;
    }

    /** Changes what was counted around the phases of rust. */
    MadeUpRun rustQueues(UnaryOperator<QueueCount> change) {
        queues.replaceAll(count ->
                planned.get(count.phase()).implementation() == Implementation.RUST ? change.apply(count) : count);
        return this;
    }

    static RequestRecord answered(RequestRecord request, Outcome outcome, int status, long responseMicros) {
        return Altered.of(
                request,
                "doneMicros",
                request.sentMicros() + responseMicros,
                "outcome",
                outcome,
                "status",
                status,
                "mismatch",
                outcome == Outcome.WRONG ? "status" : "",
                "item",
                outcome == Outcome.SUCCESS ? request.item() : 0);
    }

    static RequestRecord slower(RequestRecord request, long byMicros) {
        return answered(request, request.outcome(), request.status(), request.responseMicros() + byMicros);
    }

    static RequestRecord later(RequestRecord request, long byMicros) {
        return Altered.of(
                request, "sentMicros", request.sentMicros() + byMicros, "doneMicros", request.doneMicros() + byMicros);
    }

    static RequestRecord ofItem(RequestRecord request, long item) {
        return Altered.of(request, "item", item);
    }

    static RequestRecord ofBucket(RequestRecord request, String bucket) {
        return Altered.of(request, "bucket", bucket);
    }

    static ResourceSample holding(ResourceSample sample, Long memory, Integer connections) {
        return Altered.of(sample, "rssBytes", memory, "pssBytes", memory, "connections", connections);
    }

    /** A sample with these bytes read and written so far, by the process tree and by the database for it. */
    static ResourceSample onDisk(
            ResourceSample sample, long read, long written, Long databaseRead, Long databaseWritten) {
        return Altered.of(
                sample,
                "diskReadBytes",
                read,
                "diskWriteBytes",
                written,
                "databaseReadBytes",
                databaseRead,
                "databaseWriteBytes",
                databaseWritten);
    }

    /** A sample after the wall clock has jumped. */
    static HarnessSample ahead(HarnessSample sample, long micros) {
        return Altered.of(sample, "wallOffsetMicros", micros);
    }

    /** Changes the resource samples of rust. */
    MadeUpRun rustSamples(UnaryOperator<ResourceSample> change) {
        resources.replaceAll(sample -> sample.implementation() == Implementation.RUST ? change.apply(sample) : sample);
        return this;
    }

    Implementation side(RequestRecord request) {
        return planned.get(request.phase()).implementation();
    }

    public RunFolder write(Path path) {
        RunFolder folder = RunFolder.create(path);
        new Plan(
                        Plan.SCHEMA,
                        "MigrationGateSimulation",
                        profile,
                        null,
                        42,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of(),
                        THRESHOLDS,
                        asked,
                        Map.of(),
                        new Plan.Host("bench", "made up", 2, 8L << 30, "6.1", "17", Map.of()),
                        checks,
                        planned,
                        capacity)
                .write(folder.plan());
        write(folder.phases(), Phase.class, phases);
        write(folder.queueCounts(), QueueCount.class, queues);
        write(folder.storedResults(), StoredResult.class, results);
        write(folder.resources(), ResourceSample.class, resources);
        write(folder.harness(), HarnessSample.class, harness);
        write(folder.events(), Event.class, events);
        try (RequestLog log = RequestLog.create(folder.requests())) {
            requests.forEach(log::append);
        }
        return folder;
    }

    private static <T> void write(Path file, Class<T> type, List<T> entries) {
        try (JsonLines<T> lines = JsonLines.appendTo(file, type)) {
            entries.forEach(lines::append);
        }
    }
}
