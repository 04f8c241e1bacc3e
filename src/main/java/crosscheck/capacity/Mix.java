package crosscheck.capacity;

import crosscheck.configuration.Settings;
import crosscheck.observation.Phase;
import crosscheck.phase.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which proportion workers ask for work and hand in results: that of the load scenarios' rates.
 *
 * @param submissions share of arrivals that hand in a result, 0..1
 */
public record Mix(double submissions) {

    public static Mix of(Settings.Load load) {
        return new Mix(load.resultSubmissionRate() / (load.queueAssignmentRate() + load.resultSubmissionRate()));
    }

    /** The loads of a phase: for each stretch one of each scenario. */
    List<Phase.Load> loads(List<Stretch> stretches) {
        List<Phase.Load> loads = new ArrayList<>();
        for (Stretch stretch : stretches) {
            loads.add(load(Scenario.QUEUE_ASSIGNMENT, stretch, 1 - submissions));
            loads.add(load(Scenario.RESULT_SUBMISSION, stretch, submissions));
        }
        return List.copyOf(loads);
    }

    /** The stretches that a phase with these loads consists of. */
    public static List<Stretch> stretches(List<Phase.Load> loads) {
        return IntStream.range(0, loads.size() / 2)
                .mapToObj(i -> new Stretch(
                        loads.get(2 * i).rate() + loads.get(2 * i + 1).rate(),
                        loads.get(2 * i).seconds()))
                .toList();
    }

    /** What the n-th arrival does, from 0: each kind evenly spread among the other. */
    Scenario scenario(long arrival) {
        boolean submits = Math.floor((arrival + 1) * submissions) > Math.floor(arrival * submissions);
        return submits ? Scenario.RESULT_SUBMISSION : Scenario.QUEUE_ASSIGNMENT;
    }

    private static Phase.Load load(Scenario scenario, Stretch stretch, double share) {
        return new Phase.Load(scenario.id(), share * stretch.rate(), stretch.seconds(), 0);
    }
}
