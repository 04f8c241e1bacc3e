package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code target.alive} of each side and {@code run.sound}.
 *
 * @param compared pairs of casts that functional checks compared
 */
record RunGates(Evidence evidence, RunHealth health, long compared) {
    private static final String SUITE = "run";

    List<Question> questions() {
        Stream<Question> alive = Stream.of(Implementation.values())
                .map(side -> new Question("target.alive", SUITE, side, "0", "deaths and restarts", () -> alive(side)));
        Question sound = new Question("run.sound", SUITE, null, "0", "unsound phases", this::sound);
        return Stream.concat(alive, Stream.of(sound)).toList();
    }

    private Answer alive(Implementation side) {
        List<Event> ends = evidence.events().stream()
                .filter(event -> event.implementation() == side)
                .filter(event -> event.kind() == Event.Kind.TARGET_DIED || event.kind() == Event.Kind.TARGET_RESTARTED)
                .toList();
        long driven = evidence.phases(side).filter(phase -> phase.ran() != null).count()
                + evidence.capacity(side).count();
        if (!ends.isEmpty()) {
            return Answer.of(false, ends.size(), driven, ends.get(0).text());
        }
        return driven + compared == 0
                ? Answer.inconclusive(null, 0, side + " was not driven at all")
                : Answer.of(true, 0, driven + compared, "no process of " + side + " ended or was replaced");
    }

    private Answer sound() {
        List<String> doubts = new ArrayList<>(health.troubles().values());
        evidence.events().stream()
                .filter(event -> event.kind() == Event.Kind.INTERRUPTED)
                .forEach(event -> doubts.add("the run was stopped from outside"));
        Optional<String> search = health.searchDoubt(evidence);
        search.ifPresent(doubts::add);
        Evidence.unfinished(evidence.phases().stream()).ifPresent(doubts::add);
        evidence.implementations().forEach(side -> nothingSucceeded(side).ifPresent(doubts::add));
        if (evidence.implementations().isEmpty() && evidence.capacity().isEmpty() && compared == 0) {
            doubts.add("nothing was driven");
        }
        long ran =
                evidence.phases().stream().filter(phase -> phase.ran() != null).count()
                        + evidence.capacity().size();
        double unsound = health.troubles().size()
                + (search.isPresent() ? health.searchTroubles().size() : 0);
        return doubts.isEmpty()
                ? Answer.of(true, unsound, ran + compared, "arrivals, generator and host were within their limits")
                : Answer.inconclusive(unsound, ran, String.join("; ", doubts));
    }

    private Optional<String> nothingSucceeded(Implementation side) {
        boolean none = evidence.scenarios().stream()
                .allMatch(scenario -> evidence.figures(side, scenario).successes() == 0);
        return none ? Optional.of("no request to " + side + " succeeded") : Optional.empty();
    }
}
