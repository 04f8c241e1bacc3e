package crosscheck.run;

import crosscheck.RunError;
import crosscheck.observation.RunFolder;
import crosscheck.report.ComparisonPage;
import crosscheck.report.ConsoleTable;
import crosscheck.report.Report;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * {@code mvn compile exec:exec@report}: {@code -Drun=<folder>} judges a run again from its folder and writes its report anew,
 * by other limits or another ledger where {@code -Dcrosscheck.thresholds...}, {@code -Dcrosscheck.ledger.file} say so;
 * {@code -Drun=<folder>,<folder>} merges runs of one plan into a folder of their own first; {@code -Dcompare=<folder>,<folder>}
 * sets two runs side by side. A merged run is judged for the first time, so it ends as a run does; else what counts is that the
 * page was made.
 */
public final class ReportCommand {
    private ReportCommand() {}

    public static void main(String[] args) {
        try {
            Properties given = CommandLine.settings(System.getenv(), System.getProperties());
            List<RunFolder> compared = folders("compare");
            if (compared.isEmpty()) {
                report(given).ifPresent(merged -> System.exit(merged.exitCode()));
            } else {
                compare(compared, given);
            }
        } catch (RunError e) {
            System.out.println(ConsoleTable.of(Result.error(e.reason(), e.getMessage())));
            System.exit(e.reason().exitCode());
        }
    }

    /** The result of a run that was made of several. */
    private static Optional<Result> report(Properties given) {
        List<RunFolder> runs = folders("run");
        if (runs.isEmpty()) {
            throw RunError.configuration(
                    "name a run with -Drun=<folder>, one of reports/; several of one plan with commas"
                            + " between them; or two to compare with -Dcompare=<folder>,<folder>");
        }
        boolean several = runs.size() > 1;
        RunFolder folder = several ? RunMerge.merge(runs, merged(runs)) : runs.get(0);
        Result result = judged(folder, given);
        System.out.println(ConsoleTable.of(result, folder));
        return several ? Optional.of(result) : Optional.empty();
    }

    /** The run's result and report, made anew. */
    private static Result judged(RunFolder folder, Properties given) {
        Result result = JudgedWith.judge(folder, given);
        ResultFile.write(result, folder.result());
        Report.write(folder, result);
        return result;
    }

    private static void compare(List<RunFolder> runs, Properties given) {
        if (runs.size() != 2) {
            throw RunError.configuration("compare: name two runs, -Dcompare=<folder>,<folder>");
        }
        RunFolder before = runs.get(0);
        RunFolder after = runs.get(1);
        Path page = before.path()
                .toAbsolutePath()
                .normalize()
                .resolveSibling("compare-" + name(before) + "-" + name(after) + ".html");
        ComparisonPage.write(
                page, before, judged(before, given), after, judged(after, given), PlanDifferences.of(runs));
        System.out.println("Comparison: " + page);
    }

    private static Path merged(List<RunFolder> runs) {
        Path first = runs.get(0).path().toAbsolutePath().normalize();
        return first.resolveSibling(first.getFileName() + "-merged-" + runs.size());
    }

    private static String name(RunFolder folder) {
        return folder.path().toAbsolutePath().normalize().getFileName().toString();
    }

    /** The folders that a property names; none where it is not set. */
    private static List<RunFolder> folders(String property) {
        List<RunFolder> folders = Stream.of(System.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new RunFolder(Path.of(name)))
                .toList();
        for (RunFolder folder : folders) {
            if (!Files.isRegularFile(folder.plan())) {
                throw RunError.configuration(property + " = " + folder.path()
                        + ": there is no run folder with a plan.json; name one of reports/ with -D" + property
                        + "=<folder>");
            }
        }
        return folders;
    }
}
