package crosscheck.run;

import crosscheck.RunError;
import crosscheck.observation.RunFolder;
import crosscheck.report.ConsoleTable;
import crosscheck.report.Report;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code mvn compile exec:exec@report -Drun=<folder>}: judges a run again from its folder and writes its report anew. */
public final class ReportCommand {
    private ReportCommand() {}

    public static void main(String[] args) {
        try {
            RunFolder folder = new RunFolder(Path.of(System.getProperty("run", "")));
            if (!Files.isRegularFile(folder.plan())) {
                throw RunError.configuration("run = " + folder.path()
                        + ": there is no run folder with a plan.json; name one of " + "reports/ with -Drun=<folder>");
            }
            Result result = Judgement.of(folder);
            ResultFile.write(result, folder.result());
            Report.write(folder, result);
            System.out.println(ConsoleTable.of(result));
        } catch (RunError e) {
            System.out.println(ConsoleTable.of(Result.error(e.reason(), e.getMessage())));
            System.exit(e.reason().exitCode());
        }
    }
}
