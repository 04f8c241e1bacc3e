package crosscheck.report;

import crosscheck.observation.Event;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Phase;
import crosscheck.observation.Plan;
import crosscheck.observation.RequestReader;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.RunFolder;
import crosscheck.observation.ServerSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows of a run folder; whatever the run did not get to write is empty.
 *
 * @param judgedWith settings that the result rests on other than the plan's, one a line
 * @param gatlingPage whether the folder has Gatling's own page
 */
record Evidence(
        Optional<Plan> plan,
        List<Phase> phases,
        List<ResourceSample> resources,
        List<ServerSample> servers,
        List<HarnessSample> harness,
        List<Event> events,
        LoadHistory load,
        List<String> judgedWith,
        boolean gatlingPage) {

    static Evidence read(RunFolder folder) {
        Optional<Plan> plan = Files.exists(folder.plan()) ? Optional.of(Plan.read(folder.plan())) : Optional.empty();
        List<Phase> phases = JsonLines.read(folder.phases(), Phase.class);
        Duration late = plan.map(known -> known.thresholds().run().late()).orElse(Duration.ZERO);
        LoadHistory load = new LoadHistory(phases, late.toNanos() / 1_000);
        try (RequestReader requests = RequestReader.open(folder.requests())) {
            requests.forEachRemaining(load::add);
        }
        return new Evidence(
                plan,
                phases,
                JsonLines.read(folder.resources(), ResourceSample.class),
                JsonLines.read(folder.servers(), ServerSample.class),
                JsonLines.read(folder.harness(), HarnessSample.class),
                JsonLines.read(folder.events(), Event.class),
                load,
                judgedWith(folder),
                Files.isRegularFile(folder.gatling().resolve("index.html")));
    }

    private static List<String> judgedWith(RunFolder folder) {
        try {
            return Files.exists(folder.judgedWith()) ? Files.readAllLines(folder.judgedWith()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Phase> judgedPhases() {
        return phases.stream().filter(LoadHistory::isJudged).toList();
    }

    /** Seconds from the run's epoch to the end of its last phase. */
    double seconds() {
        return phases.stream().mapToLong(Phase::endMicros).max().orElse(0) / 1e6;
    }
}
