package crosscheck.phase;

import crosscheck.observation.LoadExchange;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.RunClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A phase under way: what its load draws from, and where it records. Used by many virtual users at once. */
public final class LoadPhase {
    private final PlannedPhase plan;
    private final RunClock clock;
    private final Consumer<RequestRecord> log;
    private final Map<String, Arrivals> arrivals;
    private final Queue<String> assignedRuns;
    private final Queue<Submission> submissions = new ConcurrentLinkedQueue<>();
    private final AnswerSample sample;
    private final long startMicros;
    private final AtomicLong lastDone = new AtomicLong();

    private record Submission(String run, String body, boolean accepted) {}

    public LoadPhase(PlannedPhase plan, RunClock clock, Iterable<String> assignedRuns, Consumer<RequestRecord> log) {
        this.plan = plan;
        this.clock = clock;
        this.log = log;
        this.arrivals = plan.loads().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Phase.Load::scenario, load -> new Arrivals(load.rate()), (first, later) -> first));
        this.sample = new AnswerSample(plan);
        this.assignedRuns = new ConcurrentLinkedQueue<>();
        assignedRuns.forEach(this.assignedRuns::add);
        this.startMicros = clock.micros();
        this.lastDone.set(startMicros);
    }

    public PlannedPhase plan() {
        return plan;
    }

    public long now() {
        return clock.micros();
    }

    /** The planned time of the arrival of {@code scenario} that comes now. */
    public long arrive(Scenario scenario) {
        return arrivals.get(scenario.id()).planned(now());
    }

    /** A prepared run that nobody has finished yet. */
    public String nextAssignedRun() {
        String run = assignedRuns.poll();
        if (run == null) {
            throw new IllegalStateException(
                    "more results are to be submitted than runs were prepared in phase " + plan.index());
        }
        return run;
    }

    /** Remembers what was submitted for {@code run}, to be looked up in the database once the phase is quiet. */
    public void submitted(String run, String body, boolean accepted) {
        submissions.add(new Submission(run, body, accepted));
    }

    /** Bodies submitted in this phase by run id: where a defect has several workers submit one run's result, the accepted. */
    public Map<String, String> submitted() {
        Map<String, String> bodies = new HashMap<>();
        submissions.forEach(each -> bodies.putIfAbsent(each.run(), each.body()));
        submissions.stream().filter(Submission::accepted).forEach(each -> bodies.put(each.run(), each.body()));
        return bodies;
    }

    /** Answers kept whole, in the order in which they came. */
    public List<LoadExchange> sampled() {
        return sample.kept();
    }

    AnswerSample sample() {
        return sample;
    }

    void record(RequestRecord request) {
        lastDone.accumulateAndGet(request.doneMicros(), Math::max);
        log.accept(request);
    }

    /** The phase as it went, once its last request was recorded. */
    public Phase ran() {
        return plan.ran(startMicros, lastDone.get());
    }
}
