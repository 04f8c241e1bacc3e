package crosscheck.run;

import crosscheck.configuration.Settings;
import crosscheck.data.Feeders;
import crosscheck.observation.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which feeder files a run feeds from: those committed where they fit its settings, else its own. */
final class FeederFiles {
    private static final Path COMMITTED = Path.of("feeders");
    private static final long COMMITTED_SEED = 42;

    private FeederFiles() {}

    static Path of(Settings settings, RunFolder folder) {
        Feeders needed = new Feeders(
                settings.load().workers(),
                settings.data().codebases(),
                settings.data().campaigns(),
                Feeders.SMALL.results());
        if (needed.equals(Feeders.SMALL) && settings.seed() == COMMITTED_SEED && Files.isDirectory(COMMITTED)) {
            return COMMITTED;
        }
        Path own = folder.path().resolve("feeders");
        needed.write(own, settings.seed());
        return own;
    }
}
