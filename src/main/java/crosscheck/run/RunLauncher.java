package crosscheck.run;

import crosscheck.RunError;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Secrets;
import crosscheck.observation.RunFolder;
import crosscheck.report.ConsoleTable;
import crosscheck.report.Report;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the run of a JVM and sees to its end: however the JVM shuts down, the run is judged, everything that was started is
 * stopped, and the console ends with the verdict.
 */
public final class RunLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);
    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private RunLauncher() {}

    /**
     * The run of a simulation, ready to load. Where it cannot begin, says why and ends the JVM with the cause's exit code
     * instead of returning: Gatling would answer an exception with its stack trace.
     *
     * @param simulation as the user names it, for example {@code MigrationGateSimulation}
     * @param scope what it asks
     */
    public static Run openOrExit(String simulation, Scope scope) {
        Path path = Path.of("reports", FOLDER_TIME.format(Instant.now()) + "-" + simulation);
        Secrets secrets = Secrets.of(List.of());
        try {
            Configuration configuration =
                    Configuration.load(System.getenv(), System.getProperties(), StandIns.faults());
            secrets = configuration.settings().secrets();
            path = configuration.settings().reports().resolve(path.getFileName());
            RunFolder folder = RunFolder.create(path);
            Console console = new Console(System.out, configuration.settings().quiet());
            Opened services = new Opened();
            AtomicReference<Run> run = new AtomicReference<>();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run.get(), services), "crosscheck-end"));
            run.set(new Run(simulation, configuration, folder, scope, console, services));
            return run.get();
        } catch (RunError e) {
            throw exit(path, e, secrets);
        } catch (RuntimeException | InterruptedException e) {
            LOG.error("the run could not begin", e);
            throw exit(path, new RunError(RunError.Cause.HARNESS, "crosscheck itself failed: " + e, e), secrets);
        }
    }

    private static IllegalStateException exit(Path folder, RunError error, Secrets secrets) {
        Result result = Result.error(error.reason(), secrets.hide(error.getMessage()));
        System.out.println();
        System.out.println(reported(folder, result));
        System.exit(error.reason().exitCode());
        return new IllegalStateException("the JVM has exited");
    }

    /** Writes result and report; what the console says of them, or, where they could not be written, of the result alone. */
    private static String reported(Path path, Result result) {
        try {
            RunFolder folder = RunFolder.create(path);
            ResultFile.write(result, folder.result());
            Report.write(folder, result);
            return ConsoleTable.of(result, folder);
        } catch (RuntimeException e) {
            LOG.error("no report in {}", path, e);
            return ConsoleTable.of(result);
        }
    }

    /** One hook for all: hooks of the JVM run side by side, and services must stay up until the run is judged. */
    private static void end(Run run, Opened services) {
        if (run == null) {
            services.close();
            return;
        }
        Result result = run.interrupted();
        // The report links Gatling's page, which is written only now.
        GatlingPage.moveInto(run.folder());
        String reported = reported(run.folder().path(), result);
        run.close();
        System.out.println();
        System.out.println(reported);
    }
}
