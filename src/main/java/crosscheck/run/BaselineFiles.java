package crosscheck.run;

import crosscheck.RunError;
import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import crosscheck.verdict.RunRecords;
import crosscheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs of before on their way into a run, and a run on its way to those. */
final class BaselineFiles {
    private static final Set<String> SOUND = Set.of("run.sound", "target.alive");

    private BaselineFiles() {}

    /**
     * Copies the stored runs of a simulation into the run folder, which is judged by them.
     *
     * @param asked whether to prepare the run folder even if there are none
     */
    static void adopt(Settings.Baseline settings, String simulation, boolean asked, RunFolder folder) {
        List<RunRecord> stored = new Store(settings.directory())
                .runs().stream()
                        .filter(run -> simulation.equals(run.conditions().get("simulation")))
                        .toList();
        if (asked || !stored.isEmpty()) {
            try {
                Files.createDirectories(folder.storedRuns());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            stored.forEach(new Store(folder.storedRuns())::put);
        }
    }

    /**
     * What is kept of the run.
     *
     * @throws RunError configuration: there is no such run, or it was not sound
     */
    static RunRecord record(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isRegularFile(folder.plan())) {
            throw RunError.configuration("run = " + path
                    + ": there is no run folder with a plan.json; name one of reports/ with -Drun=<folder>");
        }
        Result result = Judgement.of(folder);
        List<Gate> unsound = result.gates().stream()
                .filter(gate -> SOUND.contains(gate.id()) && gate.verdict() != Verdict.PASS)
                .toList();
        if (result.measurements().isEmpty()) {
            throw RunError.configuration("run = " + path + ": it drove no load, so it has no numbers to keep");
        }
        if (result.verdict() == Verdict.ERROR || !unsound.isEmpty()) {
            throw RunError.configuration("run = " + path + ": it was not sound, so its numbers are not kept: "
                    + (unsound.isEmpty()
                            ? result.headline()
                            : unsound.stream()
                                    .map(gate -> gate.id() + ": " + gate.reason())
                                    .collect(Collectors.joining("; "))));
        }
        return RunRecords.of(folder);
    }
}
