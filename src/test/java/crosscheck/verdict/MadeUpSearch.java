package crosscheck.verdict;

import crosscheck.capacity.Arrivals;
import crosscheck.capacity.Limits;
import crosscheck.capacity.Mix;
import crosscheck.capacity.Played;
import crosscheck.capacity.Program;
import crosscheck.capacity.Turn;
import crosscheck.configuration.Settings;
import crosscheck.contract.Implementation;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestRecord;
import crosscheck.phase.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The facts of a search for capacity whose sides do one thing after the other, each as many a second as it can. */
final class MadeUpSearch {
    private static final long SECOND = 1_000_000;
    private static final long DEADLINE = 5 * SECOND;
    private static final Mix MIX = new Mix(1.0 / 3);
    private static final Settings.Capacity SETTINGS = new Settings.Capacity(
            75,
            5,
            2000,
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ZERO,
            0.25,
            16,
            4000,
            1.5,
            Duration.ofSeconds(4),
            Duration.ofSeconds(10));

    private final Map<Implementation, Double> rates = new EnumMap<>(Implementation.class);
    private final MadeUpRun run = MadeUpRun.withoutLoad();
    private int phases = Integer.MAX_VALUE;
    private double hostBusy = 0.5;
    private double generatorCores = 0.2;

    private MadeUpSearch(double python, double rust) {
        rates.put(Implementation.PYTHON, python);
        rates.put(Implementation.RUST, rust);
    }

    static MadeUpSearch of(double python, double rust) {
        return new MadeUpSearch(python, rust);
    }

    MadeUpSearch cutShortAfter(int most) {
        phases = most;
        return this;
    }

    MadeUpSearch onHost(double busy, double generator) {
        hostBusy = busy;
        generatorCores = generator;
        return this;
    }

    MadeUpRun run() {
        run.capacity = SETTINGS;
        Program program = Program.of(SETTINGS, MadeUpRun.THRESHOLDS);
        Limits limits = Limits.of(MadeUpRun.THRESHOLDS, SETTINGS);
        List<Played> done = new ArrayList<>();
        long at = SECOND;
        Optional<Turn> next = program.next(done);
        while (next.isPresent() && done.size() < phases) {
            List<RequestRecord> requests = requests(done.size(), next.get(), at);
            long end =
                    requests.stream().mapToLong(RequestRecord::doneMicros).max().orElseThrow();
            Phase phase = next.get().planned(done.size(), MIX).ran(at, end);
            run.phases.add(phase);
            run.requests.addAll(requests);
            samples(at, end);
            done.add(Played.of(phase, requests, limits));
            at = end + SECOND;
            next = program.next(done);
        }
        return run;
    }

    /** The sample on a host on which others use so many processors. */
    static HarnessSample withOthers(HarnessSample sample, double cores) {
        return new HarnessSample(
                sample.atMicros(),
                sample.wallOffsetMicros(),
                sample.generatorCpuSeconds(),
                sample.generatorGcMillis(),
                sample.generatorHeap(),
                sample.generatorStalledMillis(),
                sample.samplerCpuSeconds(),
                sample.hostBusy(),
                sample.hostSteal(),
                sample.hostRunnable(),
                cores * sample.atMicros() / SECOND,
                sample.postgresCpuSeconds());
    }

    private List<RequestRecord> requests(int phase, Turn turn, long start) {
        double rate = turn.side() == null ? 1e9 : rates.get(turn.side());
        Arrivals arrivals = new Arrivals(turn.stretches(), MIX, start);
        List<RequestRecord> requests = new ArrayList<>();
        double free = 0;
        for (Optional<Arrivals.Arrival> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            long sent = next.get().plannedMicros();
            boolean submits = next.get().scenario() == Scenario.RESULT_SUBMISSION;
            free = Math.max(free, sent) + SECOND / rate;
            long response = Math.min(DEADLINE, Math.round(free) + 2_000 - sent);
            boolean answered = response < DEADLINE;
            long id = ((long) phase << 32) + requests.size() + 1;
            requests.add(new RequestRecord(
                    phase,
                    next.get().scenario().id(),
                    submits ? "submit-result" : "assign",
                    sent,
                    sent,
                    sent + response,
                    answered ? Outcome.SUCCESS : Outcome.TIMEOUT,
                    answered ? submits ? 201 : 200 : 0,
                    "",
                    answered ? id : 0,
                    answered ? new UUID(0, id).toString() : "",
                    answered && !submits ? "default" : "",
                    200,
                    300));
        }
        return requests;
    }

    private void samples(long start, long end) {
        for (long at = start; at <= end; at += SECOND) {
            run.harness.add(
                    new HarnessSample(at, 0L, generatorCores * at / SECOND, 0, 0.2, 0, 0, hostBusy, 0.0, 1, 0.0, null));
        }
    }
}
