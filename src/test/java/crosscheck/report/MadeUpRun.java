package crosscheck.report;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import crosscheck.baseline.Baseline;
import crosscheck.capacity.Capacity;
import crosscheck.capacity.Estimate;
import crosscheck.capacity.Overload;
import crosscheck.capacity.Searched;
import crosscheck.capacity.Step;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.Phase.Kind;
import crosscheck.observation.Phase.Load;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunFolder;
import crosscheck.observation.ServerSample;
import crosscheck.sampling.trend.Trend;
import crosscheck.verdict.CheckOutcome;
import crosscheck.verdict.Comparison;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Interaction;
import crosscheck.verdict.Latency;
import crosscheck.verdict.Measurement;
import crosscheck.verdict.PerThousand;
import crosscheck.verdict.ResourceSummary;
import crosscheck.verdict.ResourceTrend;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run that never was: a slow python and a fast, small rust that gave two items out twice. */
final class MadeUpRun {
    static final String HOSTILE =
            "</script><script>window.struck=1</script><img src=x onerror=window.struck=1>\" onload=\"x\u2028'`";

    private static final long SECOND = 1_000_000;
    private static final List<Implementation> ABBA =
            List.of(Implementation.PYTHON, Implementation.RUST, Implementation.RUST, Implementation.PYTHON);

    private final RunFolder folder;
    private final Random random = new Random(42);
    private final List<Phase> phases = new ArrayList<>();
    private final Map<String, List<RequestRecord>> requests = new TreeMap<>();

    private MadeUpRun(Path path) {
        this.folder = RunFolder.create(path);
    }

    /** Writes the run's facts. */
    static MadeUpRun in(Path path) {
        MadeUpRun run = new MadeUpRun(path);
        run.writePhases();
        run.writeRequests();
        run.writeSamples();
        run.writePlan();
        return run;
    }

    RunFolder folder() {
        return folder;
    }

    private void writePhases() {
        List<Load> open = List.of(new Load("queue-assignment", 50, 5, 0), new Load("result-submission", 25, 5, 0));
        List<Load> closed = List.of(new Load("worker-journey", 0, 3, 8));
        long at = 4 * SECOND;
        try (JsonLines<Phase> out = JsonLines.appendTo(folder.phases(), Phase.class)) {
            for (Implementation side : Implementation.values()) {
                at = phase(out, side, Kind.WARM_UP, 0, open, at, 6);
            }
            for (int i = 0; i < ABBA.size(); i++) {
                at = phase(out, ABBA.get(i), Kind.LOAD, i / 2, open, at, 5);
                at = phase(out, ABBA.get(i), Kind.JOURNEY, i / 2, closed, at, 3);
            }
        }
    }

    private long phase(
            JsonLines<Phase> out, Implementation side, Kind kind, int block, List<Load> loads, long at, int seconds) {
        Phase phase = new Phase(phases.size(), side, kind, block, loads, at, at + seconds * SECOND);
        phases.add(phase);
        out.append(phase);
        return phase.endMicros() + 700_000;
    }

    private void writeRequests() {
        try (RequestLog log = RequestLog.create(folder.requests())) {
            for (Phase phase : phases) {
                for (Load load : phase.loads()) {
                    if (load.users() > 0) {
                        journey(phase, log);
                    } else {
                        arrivals(phase, load, log);
                    }
                }
            }
        }
    }

    private void arrivals(Phase phase, Load load, RequestLog log) {
        String operation = load.scenario().equals("queue-assignment") ? "assign" : "submit-result";
        double seconds = (phase.endMicros() - phase.startMicros()) / 1e6;
        for (int i = 0; i < load.rate() * seconds; i++) {
            long planned = phase.startMicros() + (long) (i / load.rate() * SECOND);
            request(phase, load.scenario(), operation, planned, planned + random.nextInt(900), log);
        }
    }

    private void journey(Phase phase, RequestLog log) {
        for (long at = phase.startMicros(); at < phase.endMicros() - SECOND / 10; at += 45_000) {
            for (String operation : List.of("assign", "set-item-status", "put-artifact", "submit-result")) {
                request(phase, "worker-journey", operation, at, at, log);
            }
        }
    }

    private void request(Phase phase, String scenario, String operation, long planned, long sent, RequestLog log) {
        double scale = phase.implementation() == Implementation.PYTHON ? 9 : 2.4;
        double operationFactor = operation.equals("submit-result") ? 1.6 : 1;
        double millis = scale * operationFactor * Math.exp(0.45 * random.nextGaussian());
        millis += random.nextInt(150) == 0 ? 4 * scale : 0;
        RequestRecord request = new RequestRecord(
                phase.index(),
                scenario,
                operation,
                planned,
                sent,
                sent + (long) (millis * 1_000),
                Outcome.SUCCESS,
                operation.equals("submit-result") ? 201 : 200,
                "",
                0,
                "",
                "",
                310,
                420);
        log.append(request);
        if (phase.kind() != Kind.WARM_UP) {
            remember(phase.implementation() + " " + scenario + " ", request);
            remember(phase.implementation() + " " + scenario + " " + operation, request);
        }
    }

    private void remember(String key, RequestRecord request) {
        requests.computeIfAbsent(key, unknown -> new ArrayList<>()).add(request);
    }

    private void writeSamples() {
        long end = phases.get(phases.size() - 1).endMicros();
        Map<Implementation, Double> cpu = new HashMap<>();
        try (JsonLines<ResourceSample> out = JsonLines.appendTo(folder.resources(), ResourceSample.class);
                JsonLines<ServerSample> servers = JsonLines.appendTo(folder.servers(), ServerSample.class);
                JsonLines<HarnessSample> harness = JsonLines.appendTo(folder.harness(), HarnessSample.class)) {
            double generator = 3;
            for (long at = SECOND; at < end; at += SECOND) {
                for (Implementation side : Implementation.values()) {
                    out.append(sample(at, side, cpu));
                }
                servers.append(new ServerSample(
                        at,
                        at / 12_000,
                        at / 900_000,
                        at / 500,
                        at / 90_000,
                        6L,
                        3L << 20,
                        at / 8_000,
                        0L,
                        0L,
                        0L,
                        at / 40));
                generator += 0.12 + 0.1 * random.nextDouble();
                harness.append(new HarnessSample(
                        at,
                        0L,
                        generator,
                        at / SECOND * 2,
                        0.2,
                        at / SECOND,
                        at / 2e8,
                        0.35 + 0.2 * random.nextDouble(),
                        0.001,
                        3,
                        at / 5e7,
                        at / 4e6));
            }
        }
    }

    private ResourceSample sample(long at, Implementation side, Map<Implementation, Double> cpu) {
        boolean python = side == Implementation.PYTHON;
        boolean driven = phases.stream()
                .anyMatch(phase ->
                        phase.implementation() == side && phase.startMicros() <= at && at <= phase.endMicros());
        double share = (driven ? python ? 0.62 : 0.21 : 0.01) * (0.9 + 0.2 * random.nextDouble());
        double seconds = cpu.merge(side, share, Double::sum);
        long mib = 1 << 20;
        long memory = (python ? 148 : 57) * mib + at / SECOND * mib / (python ? 12 : 30) + random.nextInt(1 << 19);
        return new ResourceSample(
                at,
                side,
                python ? 5 : 1,
                seconds,
                memory * 5 / 4,
                at / SECOND % 2 == 0 ? memory : null,
                python ? 61 : 34,
                (long) (python ? 210 : 74) + (driven ? 16 : 0),
                0L,
                at / SECOND * 40_000,
                (python ? 14 : 8) + (driven ? 2 : 0),
                0,
                0,
                50L + (driven ? 700 - at / SECOND % 9 * 60 : 0),
                null,
                null,
                null);
    }

    private void writePlan() {
        Map<String, Object> settings = new HashMap<>(ConfigFactory.parseResources("crosscheck-defaults.conf")
                .resolve(ConfigResolveOptions.noSystem())
                .getConfig("crosscheck")
                .root()
                .unwrapped());
        settings.put("seed", 7);
        new Plan(
                        Plan.SCHEMA,
                        "MigrationGateSimulation",
                        "smoke",
                        null,
                        7,
                        Instant.parse("2026-11-23T18:05:00Z"),
                        settings,
                        thresholds(),
                        List.of("load.*.p95"),
                        Map.of(
                                "python",
                                        Map.of(
                                                "url", "http://127.0.0.1:40123",
                                                "build", "stand-in, one master and 4 worker processes"),
                                "rust",
                                        Map.of(
                                                "url", "http://127.0.0.1:40124",
                                                "build", "stand-in, one process, a thread pool")),
                        new Plan.Host(
                                "bench",
                                "made up",
                                2,
                                8L << 30,
                                "Linux 6.1.0",
                                "17.0.15",
                                new TreeMap<>(Map.of("postgresql", "14.22", "redis", "7.2", "gatling", "3.15.1"))),
                        Map.of(),
                        phases.stream()
                                .map(phase -> new PlannedPhase(
                                        phase.index(),
                                        phase.implementation(),
                                        phase.kind(),
                                        phase.block(),
                                        phase.loads()))
                                .toList(),
                        null)
                .write(folder.plan());
    }

    private static Thresholds thresholds() {
        return Configuration.load(Map.of(), new Properties(), Set.of())
                .settings()
                .thresholds();
    }

    /** The result in which rust gave items out twice and the memory gate lacks samples. */
    Result failed() {
        List<Gate> gates = new ArrayList<>(gates());
        gates.add(gate(
                "invariant.single-assignment",
                "invariants",
                Implementation.PYTHON,
                Verdict.PASS,
                0.0,
                "0",
                "findings",
                812,
                ""));
        gates.add(gate(
                "invariant.single-assignment",
                "invariants",
                Implementation.RUST,
                Verdict.FAIL,
                2.0,
                "0",
                "findings",
                812,
                "2 items were given to two workers each, in 812 assignments that overlapped others."));
        gates.add(gate(
                "memory.ratio",
                "resources",
                null,
                Verdict.INCONCLUSIVE,
                0.41,
                "<= 0.5",
                "ratio",
                9,
                "Only 9 samples of proportional memory lie in judged blocks; 20 are needed to say so."));
        return result(Verdict.FAIL, "fail: 1 gate (smoke: 5 gates not asked)", gates, findings());
    }

    Result passed() {
        List<Gate> gates = new ArrayList<>(gates());
        gates.add(gate("memory.ratio", "resources", null, Verdict.PASS, 0.41, "<= 0.5", "ratio", 52, ""));
        return result(Verdict.PASS, "pass (smoke: 5 gates not asked)", gates, List.of());
    }

    /** Everything that comes from outside tries to be markup. */
    Result hostile() {
        List<Gate> gates = List.of(
                new Gate("api.parity", "api", Implementation.RUST, Verdict.FAIL, 1.0, HOSTILE, "findings", 1, HOSTILE));
        Finding.Example example = new Finding.Example(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        Finding finding = new Finding(
                HOSTILE,
                "api.parity",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE + "!",
                "open",
                HOSTILE,
                1,
                HOSTILE,
                example);
        return result(Verdict.FAIL, HOSTILE, gates, List.of(finding));
    }

    /** @param count how many open findings */
    Result withFindings(int count) {
        List<Finding> many = IntStream.range(0, count)
                .mapToObj(i -> new Finding(
                        "id-" + i,
                        "api.parity",
                        "read-run",
                        "value",
                        "$.items[" + i + "].value",
                        "{\"id\":\"550e8400\",\"value\":1.5,\"context\":\"" + "x".repeat(100) + "\"}",
                        "{\"id\":\"550e8400\",\"value\":2.5,\"context\":\"" + "x".repeat(100) + "\"}",
                        "open",
                        "",
                        1,
                        "numbers keep their value",
                        new Finding.Example(
                                "api/read-run/" + i,
                                "value",
                                null,
                                null,
                                "mvn gatling:test -Dcrosscheck.replay=id-" + i)))
                .toList();
        List<Gate> gates = List.of(
                gate("api.parity", "api", null, Verdict.FAIL, (double) count, "0", "open findings", count, "value"));
        return result(Verdict.FAIL, "fail", gates, many);
    }

    /** A result that has gates and nothing else. */
    static Result ofGates(Verdict verdict, List<Gate> gates) {
        return new Result(
                Result.SCHEMA,
                verdict,
                null,
                gates,
                List.of(),
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    Result result(Verdict verdict, String headline, List<Gate> gates, List<Finding> findings) {
        return new Result(
                Result.SCHEMA,
                verdict,
                null,
                gates,
                findings,
                headline,
                null,
                "plan.json",
                measurements(),
                comparisons(),
                resources(),
                interactions(),
                checks(findings),
                capacity(),
                null);
    }

    /** The same, held against runs of before. */
    static Result with(Result result, Baseline baseline) {
        return new Result(
                Result.SCHEMA,
                result.verdict(),
                result.cause(),
                result.gates(),
                result.findings(),
                result.headline(),
                result.message(),
                result.plan(),
                result.measurements(),
                result.comparisons(),
                result.resources(),
                result.interactions(),
                result.checks(),
                result.capacity(),
                baseline);
    }

    /** python holds about 320 arrivals a second, rust about 780. */
    private static Capacity capacity() {
        return new Capacity(
                new Estimate(2.44, 2.21, 2.68),
                0.95,
                new Searched(new Estimate(5600, 4300, 7600.0), "", steps(0, 5600, 1000, 2000, 4000, 8000)),
                List.of(
                        new Capacity.Side(
                                Implementation.PYTHON,
                                new Searched(
                                        new Estimate(320, 306, 335.0),
                                        "",
                                        steps(6, 320, 75, 150, 300, 600, 420, 340, 310, 330, 305)),
                                new Overload(step(40, 500, 320), step(40, 150, 320), 10, 3.5, 0)),
                        new Capacity.Side(
                                Implementation.RUST,
                                new Searched(
                                        new Estimate(780, 745, 815.0),
                                        "",
                                        steps(7, 780, 75, 150, 300, 600, 1200, 840, 720, 790, 750)),
                                new Overload(step(41, 1220, 780), step(41, 370, 780), 10, null, 2))));
    }

    private static List<Step> steps(int firstPhase, double capacity, double... rates) {
        return IntStream.range(0, rates.length)
                .mapToObj(i -> step(firstPhase + 2 * i, rates[i], capacity))
                .toList();
    }

    private static Step step(int phase, double rate, double capacity) {
        double load = Math.min(rate / capacity, 0.99);
        boolean held = rate <= capacity;
        double p50 = held ? 2 + 2 / (1 - load) : 2600 * (rate / capacity - 0.9);
        return new Step(
                phase,
                rate,
                Math.round(3 * rate),
                Math.min(rate, capacity),
                p50,
                2.5 * p50,
                4 * p50,
                held ? 0 : 0.02,
                0,
                held ? 0 : 0.1,
                0.3 + 0.6 * load,
                rate / 3000,
                held,
                held ? "" : "queue-assignment: p95 is %.0f ms, not < 1000".formatted(2.5 * p50));
    }

    private static List<Interaction> interactions() {
        return List.of(
                new Interaction("read-run 200", "python", true, true, ""),
                new Interaction("read-run 200", "rust", true, true, ""),
                new Interaction("read-run 404", "python", true, true, ""),
                new Interaction("read-run 404", "rust", true, false, "the two sides did not do it alike"),
                new Interaction("assign to submit-result", "both", false, false, "no check that was played led to it"));
    }

    /** A check for each finding that has an example, beside one that is well and one that was not played. */
    private static List<CheckOutcome> checks(List<Finding> findings) {
        List<CheckOutcome> checks = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.example() != null) {
                Verdict verdict = finding.isOpen() ? Verdict.FAIL : Verdict.PASS;
                checks.add(check(finding.example().check(), verdict, List.of(200), List.of(finding.id()), ""));
            }
        }
        checks.add(check("api/read-run/404", Verdict.PASS, List.of(404), List.of(), ""));
        checks.add(check("api/read-run/503", Verdict.SKIPPED, List.of(), List.of(), "this run has no proxies"));
        return checks;
    }

    private static CheckOutcome check(
            String id, Verdict verdict, List<Integer> statuses, List<String> findings, String reason) {
        List<CheckOutcome.Cast> casts = Arrays.stream(Implementation.values())
                .filter(side -> !statuses.isEmpty())
                .map(side -> new CheckOutcome.Cast(side.id(), statuses, ""))
                .toList();
        return new CheckOutcome(id, "api.parity", verdict, casts, findings, reason);
    }

    static Gate gate(
            String id,
            String suite,
            Implementation side,
            Verdict verdict,
            Double observed,
            String threshold,
            String unit,
            long samples,
            String reason) {
        return new Gate(id, suite, side, verdict, observed, threshold, unit, samples, reason);
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        for (String scenario : List.of("queue-assignment", "result-submission")) {
            for (Implementation side : Implementation.values()) {
                boolean python = side == Implementation.PYTHON;
                double rate = scenario.equals("queue-assignment") ? 50 : 25;
                gates.add(gate(
                        "load." + scenario + ".p95",
                        "load",
                        side,
                        Verdict.PASS,
                        python ? 19.4 : 5.13,
                        "< 1000",
                        "ms",
                        1000,
                        ""));
                gates.add(gate(
                        "load." + scenario + ".error-rate", "load", side, Verdict.PASS, 0.0, "< 1", "%", 1000, ""));
                gates.add(gate(
                        "load." + scenario + ".throughput",
                        "load",
                        side,
                        Verdict.PASS,
                        rate - 0.1,
                        ">= " + Figures.number(rate * 0.95),
                        "requests/s",
                        1000,
                        ""));
                gates.add(gate(
                        "load." + scenario + ".error-rate.normal",
                        "load",
                        side,
                        Verdict.SKIPPED,
                        null,
                        "< 0.1",
                        "%",
                        0,
                        "smoke does not ask it"));
            }
        }
        gates.add(gate("response-time.gross", "response-time", null, Verdict.PASS, 0.27, "<= 2", "ratio", 4, ""));
        for (Implementation side : Implementation.values()) {
            gates.add(gate(
                    "invariant.result-durability", "invariants", side, Verdict.PASS, 0.0, "0", "findings", 262, ""));
            gates.add(gate("memory.gross-growth", "resources", side, Verdict.PASS, 3.2, "<= 64", "MiB", 26, ""));
            gates.add(gate("target.alive", "run", side, Verdict.PASS, 0.0, "0", "deaths", 44, ""));
        }
        gates.add(gate("run.sound", "run", null, Verdict.PASS, 0.2, "< 5", "% late", 1500, ""));
        gates.add(gate(
                "memory.leak",
                "resources",
                Implementation.RUST,
                Verdict.SKIPPED,
                null,
                "< 1",
                "MiB/min",
                0,
                "smoke does not ask it"));
        return gates;
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        "single-assignment.assign.item-4711",
                        "invariant.single-assignment",
                        "assign",
                        "assigned-twice",
                        "queue.id = 4711",
                        "one worker: worker-07",
                        "two workers: worker-07 at 31.204 s, worker-31 at 31.206 s",
                        "open",
                        "",
                        1,
                        null,
                        null),
                new Finding(
                        "api.read-run.value",
                        "api.parity",
                        "read-run",
                        "number-form",
                        "$.value",
                        "{\"id\":\"550e8400\",\"value\":1.5,\"context\":null}",
                        "{\"id\":\"550e8400\",\"value\":1.50,\"context\":null}",
                        "noted",
                        "",
                        12,
                        "the bytes may differ",
                        new Finding.Example(
                                "api/read-run/200",
                                "value",
                                "curl -sSi 'http://127.0.0.1:40123/api/runs/550e8400'",
                                "curl -sSi 'http://127.0.0.1:40124/api/runs/550e8400'",
                                "mvn gatling:test -Dcrosscheck.replay=api.read-run.value")));
    }

    private List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        for (String scenario : List.of("queue-assignment", "result-submission", "worker-journey")) {
            for (Implementation side : Implementation.values()) {
                requests.forEach((key, records) -> {
                    String[] parts = key.split(" ", 3);
                    boolean single = !scenario.equals("worker-journey") && !parts[2].isEmpty();
                    if (parts[0].equals(side.id()) && parts[1].equals(scenario) && !single) {
                        measurements.add(measurement(side, scenario, parts[2], records));
                    }
                });
            }
        }
        return measurements;
    }

    private Measurement measurement(
            Implementation side, String scenario, String operation, List<RequestRecord> records) {
        Map<Long, Long> perSecond = new TreeMap<>();
        records.forEach(record -> perSecond.merge(record.doneMicros() / SECOND, 1L, Long::sum));
        double[] millis = records.stream()
                .mapToDouble(record -> record.responseMicros() / 1e3)
                .sorted()
                .toArray();
        Latency latency = new Latency(
                Arrays.stream(millis).average().orElseThrow(),
                at(millis, 0.5),
                at(millis, 0.75),
                at(millis, 0.95),
                at(millis, 0.99),
                millis[millis.length - 1]);
        Double target =
                switch (scenario) {
                    case "queue-assignment" -> 50.0;
                    case "result-submission" -> 25.0;
                    default -> null;
                };
        return new Measurement(
                side,
                scenario,
                operation,
                records.size(),
                Map.of(Outcome.SUCCESS, (long) records.size()),
                0,
                0,
                latency,
                latency,
                target == null ? 88.9 : target - 0.1,
                target,
                perSecond.entrySet().stream()
                        .map(entry -> new Measurement.Second(entry.getKey(), entry.getValue(), 0))
                        .toList());
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static List<Comparison> comparisons() {
        return List.of(
                new Comparison("assign", "mean", 2, 10.1, 2.71, -7.39, -8.02, -6.76, 1.01),
                new Comparison("submit-result", "mean", 2, 16.3, 4.31, -11.99, -12.9, -11.1, 1.63));
    }

    private static List<ResourceSummary> resources() {
        return List.of(
                new ResourceSummary(
                        Implementation.PYTHON,
                        26,
                        "PSS",
                        150.2,
                        152.8,
                        0.61,
                        61,
                        226L,
                        15.6,
                        16,
                        0.0,
                        1.7,
                        0.8,
                        0.6,
                        new PerThousand(8.1, 7.9, 8.3, 2),
                        new PerThousand(33.4, 33.1, 33.7, 2),
                        List.of(memoryTrend(149, 0.4))),
                new ResourceSummary(
                        Implementation.RUST,
                        26,
                        "PSS",
                        58.1,
                        58.9,
                        0.21,
                        34,
                        90L,
                        9.7,
                        10,
                        0.0,
                        1.6,
                        0.8,
                        0.6,
                        new PerThousand(2.8, 2.7, 2.9, 2),
                        new PerThousand(12.9, 12.8, 13.0, 2),
                        List.of(memoryTrend(58, 0.1))));
    }

    private static ResourceTrend memoryTrend(double atFirst, double slope) {
        List<crosscheck.sampling.trend.Measurement> series = IntStream.range(0, 20)
                .mapToObj(i ->
                        new crosscheck.sampling.trend.Measurement(i / 20.0, atFirst + slope * i / 20 + i % 3 * 0.2))
                .toList();
        return new ResourceTrend(
                "memory",
                "PSS",
                "MiB",
                Trend.Shape.STEADY,
                20,
                0,
                0.95,
                slope,
                slope - 0.3,
                slope + 0.3,
                0.9,
                slope * 24 * 60,
                1,
                0.001,
                Verdict.PASS,
                "no leak",
                new Trend.Stretch(0, atFirst, 0.95, atFirst + slope * 0.95),
                series);
    }
}
