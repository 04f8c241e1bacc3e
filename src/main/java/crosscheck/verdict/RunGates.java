package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code target.alive} of each side and {@code run.sound}. */
record RunGates(Evidence evidence, RunHealth health, Functional functional) {
    private static final String SUITE = "run";

    List<Question> questions() {
        Stream<Question> alive = implementations().stream()
                .map(side -> new Question("target.alive", SUITE, side, "0", "deaths and restarts", () -> alive(side)));
        Question sound = new Question("run.sound", SUITE, null, "0", "unsound phases", this::sound);
        return Stream.concat(alive, Stream.of(sound)).toList();
    }

    private Answer alive(Implementation side) {
        List<Event> ends = evidence.events().stream()
                .filter(event -> event.implementation() == side)
                .filter(event -> event.kind() == Event.Kind.TARGET_DIED || event.kind() == Event.Kind.TARGET_RESTARTED)
                .toList();
        long driven = evidence.phases(side).filter(phase -> phase.ran() != null).count() + functional.exchanges(side);
        if (!ends.isEmpty()) {
            return Answer.of(false, ends.size(), driven, ends.get(0).text());
        }
        return driven == 0
                ? Answer.inconclusive(null, 0, side + " was not driven in any phase or check")
                : Answer.of(true, 0, driven, "no process of " + side + " ended or was replaced");
    }

    private Answer sound() {
        List<String> doubts = new ArrayList<>(health.troubles().values());
        evidence.events().stream()
                .filter(event -> event.kind() == Event.Kind.INTERRUPTED)
                .forEach(event -> doubts.add("the run was stopped from outside"));
        Evidence.unfinished(evidence.phases().stream()).ifPresent(doubts::add);
        evidence.implementations().forEach(side -> nothingSucceeded(side).ifPresent(doubts::add));
        if (implementations().isEmpty()) {
            doubts.add("the plan has no phase to judge");
        }
        long ran =
                evidence.phases().stream().filter(phase -> phase.ran() != null).count() + functional.compared();
        double unsound = health.troubles().size();
        return doubts.isEmpty()
                ? Answer.of(true, unsound, ran, "arrivals, generator and host were within their limits")
                : Answer.inconclusive(unsound, ran, String.join("; ", doubts));
    }

    /** The sides that were to be driven, by load or by checks. */
    private List<Implementation> implementations() {
        return evidence.plan().suites().isEmpty() ? evidence.implementations() : List.of(Implementation.values());
    }

    private Optional<String> nothingSucceeded(Implementation side) {
        boolean none = evidence.scenarios().stream()
                .allMatch(scenario -> evidence.figures(side, scenario).successes() == 0);
        return none ? Optional.of("no request to " + side + " succeeded") : Optional.empty();
    }
}
