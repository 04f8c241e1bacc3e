package crosscheck.configuration;

import com.typesafe.config.Config;
import crosscheck.configuration.Settings.Baseline;
import crosscheck.configuration.Settings.Capacity;
import crosscheck.configuration.Settings.Data;
import crosscheck.configuration.Settings.Database;
import crosscheck.configuration.Settings.Ledger;
import crosscheck.configuration.Settings.Load;
import crosscheck.configuration.Settings.Profile;
import crosscheck.configuration.Settings.Startup;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes {@link Settings} of the merged configuration: one line a key, with its range. */
final class SettingsReader {
    private static final List<String> PROFILES = List.of("smoke", "baseline", "soak");
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final int MOST_RUNS = 1_000_000;

    private final Values values;
    private final Config given;
    private final Config defaults;
    private final Set<String> faults;
    private final Problems problems;

    SettingsReader(Values values, Config given, Config defaults, Set<String> faults, Problems problems) {
        this.values = values;
        this.given = given;
        this.defaults = defaults;
        this.faults = faults;
        this.problems = problems;
    }

    Settings read() {
        String profile = values.oneOf("profile", PROFILES);
        Optional<Implementation> same = values.oneOfOrNone(
                        "aa",
                        Arrays.stream(Implementation.values())
                                .map(Implementation::id)
                                .toList())
                .map(SettingsReader::implementation);
        return new Settings(
                profile,
                same,
                values.wholeNumber("seed"),
                Path.of(values.text("reports")),
                values.flag("quiet"),
                new SidesReader(values, faults).read(same),
                topology(),
                new CompanionsReader(given, problems).read(),
                database(values.in("database")),
                values.in("redis").url("url", Set.of("redis", "rediss"), "redis://localhost:6379"),
                startup(values.in("startup")),
                data(values.in("data")),
                values.in("http").duration("request-timeout", TICK),
                load(values.in("load")),
                mixes(values.in("workflow")),
                profiles(values.in("profiles")).get(profile),
                capacity(values.in("capacity"), profile),
                thresholds(values.in("thresholds"), profile),
                new GateNames(defaults).read(values.in("gates"), PROFILES).get(profile),
                values.text("checks"),
                values.text("replay"),
                ledger(values.in("ledger")),
                baseline(values.in("baseline")));
    }

    /** A file that nobody named need not exist. */
    private Ledger ledger(Values block) {
        Path file = Path.of(block.text("file"));
        boolean named = !block.text("file").equals(defaults.getString("ledger.file"));
        if (named && !Files.isRegularFile(file)) {
            block.wrong("file", "there is no such file");
        }
        return new Ledger(Optional.of(file).filter(Files::isRegularFile), block.flag("propose"));
    }

    private static Baseline baseline(Values block) {
        return new Baseline(Path.of(block.text("directory")), block.text("machine"));
    }

    private static Implementation implementation(String id) {
        return Implementation.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private Map<Service, List<Service>> topology() {
        Values block = values.in("topology");
        List<String> known = Arrays.stream(Service.values()).map(Service::id).toList();
        Map<Service, List<Service>> topology = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            List<Service> needed = block.someOf(service.id(), known, known::contains).stream()
                    .map(id -> Service.valueOf(id.toUpperCase(Locale.ROOT)))
                    .toList();
            topology.put(service, needed);
        }
        return topology;
    }

    private static Database database(Values block) {
        return new Database(
                block.url(
                        "url",
                        Set.of("postgresql", "postgres"),
                        "postgresql://user:password@localhost:5432/crosscheck"),
                block.duration("lock-timeout", TICK),
                block.duration("quiet-timeout", TICK));
    }

    private static Startup startup(Values block) {
        return new Startup(block.duration("timeout", TICK), block.duration("poll", TICK, LONGEST_POLL));
    }

    private static Data data(Values block) {
        int codebases = block.count("codebases", 1, MOST_RUNS);
        int campaigns = block.count("campaigns", 1, 10_000);
        int items = block.count("queue-items", 0);
        if (items > (long) codebases * campaigns) {
            block.wrong(
                    "queue-items",
                    "must be " + (long) codebases * campaigns
                            + " or less, since each codebase and campaign may have one pending item");
        }
        return new Data(codebases, campaigns, block.count("runs", 1, MOST_RUNS), items);
    }

    private static Load load(Values block) {
        Values scenarios = block.in("scenarios");
        return new Load(
                block.count("workers", 1),
                block.atLeastOne("headroom"),
                scenarios.in("queue-assignment").positive("rate"),
                scenarios.in("result-submission").positive("rate"),
                scenarios.in("worker-journey").count("users", 1),
                scenarios.in("worker-journey").duration("pace", TICK));
    }

    private static Mixes mixes(Values block) {
        List<String> known = Arrays.stream(Mixes.values()).map(Mixes::id).toList();
        return Mixes.valueOf(block.oneOf("mixes", known).toUpperCase(Locale.ROOT));
    }

    private static Map<String, Profile> profiles(Values block) {
        return PROFILES.stream().collect(Collectors.toMap(name -> name, name -> profile(block.in(name))));
    }

    private static Profile profile(Values block) {
        int blocks = block.count("blocks", 2);
        if (blocks % 2 != 0) {
            block.wrong("blocks", "must be even, since blocks come as ABBA");
        }
        return new Profile(
                blocks,
                block.duration("block", Duration.ofSeconds(1)),
                block.duration("warm-up", Duration.ZERO),
                block.duration("journey", Duration.ZERO),
                block.flag("side-by-side"),
                block.duration("watch", Duration.ofSeconds(2)),
                block.duration("sampling", Duration.ofMillis(100)),
                block.duration("pss-interval", Duration.ofMillis(100)));
    }

    private static Capacity capacity(Values block, String profile) {
        double lowest = block.positive("lowest");
        double start = block.positive("start");
        double highest = block.positive("highest");
        if (lowest > start) {
            block.wrong("lowest", "must not be above start");
        }
        if (highest < start) {
            block.wrong("highest", "must not be below start");
        }
        return new Capacity(
                start,
                lowest,
                highest,
                block.in("phase").duration(profile, Duration.ofSeconds(1)),
                block.duration("lead-in", Duration.ZERO),
                block.duration("warm-up", Duration.ZERO),
                block.positive("precision"),
                block.count("phases", 1),
                block.count("users", 1),
                block.atLeastOne("overload"),
                block.duration("overload-for", Duration.ofSeconds(1)),
                block.duration("watch-for", Duration.ofSeconds(1)));
    }

    private static Thresholds thresholds(Values block, String profile) {
        Values load = block.in("load");
        Values time = block.in("response-time");
        Values memory = block.in("memory");
        Values connections = block.in("connections");
        Values capacity = block.in("capacity");
        return new Thresholds(
                new Thresholds.Load(
                        load.positive("p95"),
                        load.share("error-rate"),
                        load.share("error-rate-normal"),
                        load.share("throughput"),
                        load.count("min-samples", 1)),
                new Thresholds.ResponseTime(
                        time.notNegative("margin"),
                        time.millis("margin-mean"),
                        time.millis("margin-percentile"),
                        time.confidence("confidence"),
                        time.positive("gross-ratio"),
                        time.millis("gross")),
                block.in("invariants").count("min-collisions", 0),
                new Thresholds.Memory(
                        memory.positive("ratio"),
                        memory.positive("gross-growth-mib"),
                        memory.positive(profile.equals("soak") ? "leak-mib-per-minute-soak" : "leak-mib-per-minute")),
                new Thresholds.Connections(
                        connections.count("gross-growth", 0), connections.positive("leak-per-minute")),
                block.in("descriptors").positive("leak-per-minute"),
                block.in("threads").positive("leak-per-minute"),
                block.in("coverage").share("matched"),
                runLimits(block.in("run")),
                new Thresholds.Capacity(capacity.positive("ratio"), capacity.share("generator-share")),
                limits(block.in("limits")));
    }

    private static Map<String, Double> limits(Values block) {
        return block.keys().stream()
                .filter(key -> block.notNegative(key) > 0)
                .collect(Collectors.toMap(key -> key, block::notNegative));
    }

    private static RunLimits runLimits(Values block) {
        return new RunLimits(
                block.share("late-share"),
                block.duration("late", TICK),
                block.share("generator-cpu"),
                block.share("gc-share"),
                block.share("heap"),
                block.share("stalled-share"),
                block.share("steal"),
                block.share("others-cpu"),
                block.positive("run-queue"),
                block.duration("clock-jump", TICK));
    }
}
