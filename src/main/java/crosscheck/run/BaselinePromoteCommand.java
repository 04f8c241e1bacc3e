package crosscheck.run;

import crosscheck.RunError;
import crosscheck.baseline.RunRecord;
import crosscheck.baseline.Store;
import crosscheck.configuration.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code mvn compile exec:exec@baseline-promote -Drun=<folder>[,<folder>...]}: keeps what sound runs measured, so that later
 * ones are held against them. All or none are kept.
 */
public final class BaselinePromoteCommand {
    private BaselinePromoteCommand() {}

    public static void main(String[] args) {
        try {
            Settings.Baseline settings = CommandLine.ofThisCommand().baseline();
            List<RunRecord> records = Arrays.stream(
                            System.getProperty("run", "").split(","))
                    .map(Path::of)
                    .map(BaselineFiles::record)
                    .toList();
            Store store = new Store(settings.directory());
            records.forEach(record -> System.out.println("kept: " + store.put(record)));
            System.out.println(
                    "stored in " + settings.directory() + ": " + store.runs().size());
        } catch (RunError e) {
            System.out.println(e.getMessage());
            System.out.println("crosscheck: error/" + e.reason().id());
            System.exit(e.reason().exitCode());
        }
    }
}
