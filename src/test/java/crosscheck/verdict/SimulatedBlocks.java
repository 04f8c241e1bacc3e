package crosscheck.verdict;

import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Response times of both sides as blocks of a real machine have them, drawn from a seed: log-normal with one request in a
 * hundred caught by a pause, the machine's pace drifting from pair to pair, and what one block has and its neighbour has not.
 * What rust does with such a time is the truth that a verdict is measured by, so it comes last.
 *
 * @param typicalMillis the median of python's times
 * @param spread standard deviation of their logarithms
 * @param rust from what the request would have taken python in the same block, milliseconds
 * @param tickMicros of the clock that reads the times
 */
record SimulatedBlocks(double typicalMillis, double spread, DoubleUnaryOperator rust, long tickMicros) {
    private static final List<String> OPERATIONS =
            List.of("assign", "set-item-status", "put-artifact", "submit-result");
    private static final String SCENARIO = "worker-journey";
    private static final int PAIRS = 6;
    private static final int REQUESTS = 500;
    private static final double DRIFT = 0.05;
    private static final double BLOCK = 0.02;
    private static final double PAUSED = 0.01;
    private static final double PAUSE_MILLIS = 20;

    /** What parity gates say of one run, by gate without its prefix. */
    Map<String, Verdict> judged(Thresholds thresholds, long seed) {
        Random random = new Random(seed);
        List<PhaseFigures> phases = new ArrayList<>();
        double drift = 0;
        for (int block = 0; block < PAIRS; block++) {
            drift = 0.5 * drift + DRIFT * random.nextGaussian();
            for (Implementation side : Implementation.values()) {
                phases.add(phase(phases.size(), side, block, drift + BLOCK * random.nextGaussian(), random));
            }
        }
        Evidence evidence = new Evidence(null, thresholds, phases, List.of(), List.of(), List.of(), List.of());
        ResponseTimes times = ResponseTimes.of(evidence);
        Map<String, Verdict> verdicts = new TreeMap<>();
        new ResponseTimeGates(evidence, new RunHealth(Map.of(), Map.of()), times, Parity.of(times))
                .questions().stream()
                        .filter(question -> question.id().startsWith("response-time.parity."))
                        .forEach(question -> verdicts.put(
                                question.id().substring("response-time.parity.".length()),
                                question.ask().verdict()));
        return verdicts;
    }

    private PhaseFigures phase(int index, Implementation side, int block, double pace, Random random) {
        Map<String, RequestFigures> operations = new TreeMap<>();
        for (String operation : OPERATIONS) {
            RequestFigures figures = new RequestFigures();
            for (int i = 0; i < REQUESTS; i++) {
                figures.add(request(index, operation, micros(side, pace, random), random), false);
            }
            operations.put(operation, figures);
        }
        PlannedPhase planned =
                new PlannedPhase(index, side, Phase.Kind.JOURNEY, block, List.of(new Phase.Load(SCENARIO, 0, 15, 8)));
        return new PhaseFigures(planned, planned.ran(0, 1), Map.of(SCENARIO, operations), Map.of(), List.of());
    }

    private double micros(Implementation side, double pace, Random random) {
        double millis = typicalMillis * Math.exp(spread * random.nextGaussian());
        double paused = millis + (random.nextDouble() < PAUSED ? PAUSE_MILLIS * random.nextDouble() : 0);
        double here = paused * Math.exp(pace);
        return 1_000 * (side == Implementation.RUST ? rust.applyAsDouble(here) : here);
    }

    private RequestRecord request(int phase, String operation, double micros, Random random) {
        long sent = random.nextInt(1_000_000);
        long done = sent + Math.round(micros);
        return new RequestRecord(
                phase,
                SCENARIO,
                operation,
                ticked(sent),
                ticked(sent),
                ticked(done),
                Outcome.SUCCESS,
                200,
                "",
                0,
                "",
                "",
                0,
                0);
    }

    private long ticked(long micros) {
        return micros / tickMicros * tickMicros;
    }
}
