package crosscheck.run;

import crosscheck.RunError;
import crosscheck.baseline.Conditions;
import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import crosscheck.report.ConsoleTable;
import crosscheck.report.Report;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import crosscheck.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code mvn compile exec:exec@baseline-compare -Drun=<folder>,<folder>,...}: holds several runs of one build together against
 * the stored ones; runs that were not sound are left out. The answer is written into the folder of the newest of the others,
 * which the console names. Ends with failure only where something is worse: "inconclusive", also where no run is left, asks
 * for more runs, not for a red build.
 */
public final class BaselineCompareCommand {
    private static final int WORSE = 1;
    private static final String NOTHING_COMPARED = "nothing was compared: every run was left out"
            + System.lineSeparator() + "crosscheck: " + Verdict.INCONCLUSIVE.id();

    private BaselineCompareCommand() {}

    public static void main(String[] args) {
        try {
            Settings.Baseline settings = CommandLine.ofThisCommand().baseline();
            List<Path> folders = Arrays.stream(System.getProperty("run", "").split(","))
                    .map(Path::of)
                    .toList();
            Optional<Compared> compared = compare(settings, folders);
            System.out.println(compared.map(Compared::console).orElse(NOTHING_COMPARED));
            System.exit(compared.filter(Compared::isWorse).isPresent() ? WORSE : 0);
        } catch (RunError e) {
            System.out.println(ConsoleTable.of(Result.error(e.reason(), e.getMessage())));
            System.exit(e.reason().exitCode());
        }
    }

    private record Candidate(Path folder, RunRecord run) {}

    /** @param folder of the newest run, which has the answer */
    record Compared(RunFolder folder, Result result) {
        String console() {
            return ConsoleTable.of(result, folder);
        }

        boolean isWorse() {
            return result.gates().stream()
                    .anyMatch(gate -> gate.suite().equals("baseline") && gate.verdict() == Verdict.FAIL);
        }
    }

    /** Empty where no run was sound. */
    static Optional<Compared> compare(Settings.Baseline settings, List<Path> folders) {
        List<Candidate> candidates = folders.stream()
                .flatMap(BaselineCompareCommand::candidate)
                .sorted(Comparator.comparing(candidate -> candidate.run().instant()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate newest = candidates.get(candidates.size() - 1);
        RunFolder folder = new RunFolder(newest.folder());
        BaselineFiles.adopt(settings, newest.run().conditions().get("simulation"), true, folder);
        Store others = new Store(folder.candidateRuns());
        for (Candidate candidate : candidates.subList(0, candidates.size() - 1)) {
            requireAlike(candidate, newest);
            others.put(candidate.run());
        }
        Result result = JudgedWith.judgeByItsPlan(folder);
        ResultFile.write(result, folder.result());
        Report.write(folder, result);
        return Optional.of(new Compared(folder, result));
    }

    private static Stream<Candidate> candidate(Path folder) {
        try {
            return Stream.of(new Candidate(folder, BaselineFiles.record(folder)));
        } catch (RunError e) {
            boolean named = !folder.toString().isEmpty() && Files.isDirectory(folder);
            if (!named) {
                throw e;
            }
            System.out.println("left out: " + e.getMessage());
            return Stream.empty();
        }
    }

    private static void requireAlike(Candidate one, Candidate newest) {
        List<String> facts = Conditions.differences(one.run(), newest.run());
        if (!facts.isEmpty() || !one.run().builds().equals(newest.run().builds())) {
            throw RunError.configuration("run = " + one.folder() + ": it is no run of the same candidate as "
                    + newest.folder() + ": "
                    + (facts.isEmpty()
                            ? "the builds were " + one.run().builds() + ", are "
                                    + newest.run().builds()
                            : String.join("; ", facts)));
        }
    }
}
