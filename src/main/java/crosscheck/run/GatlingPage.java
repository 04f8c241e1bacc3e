package crosscheck.run;

import crosscheck.observation.RunFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gatling's own page, which it writes under {@code target/gatling} when its JVM is about to end. */
final class GatlingPage {
    private static final Logger LOG = LoggerFactory.getLogger(GatlingPage.class);
    private static final Path WRITTEN = Path.of("target", "gatling");

    private GatlingPage() {}

    /** Moves what this JVM's Gatling has written into the run folder, log included. */
    static void moveInto(RunFolder folder) {
        try {
            Optional<Path> page = newest();
            if (page.isPresent()) {
                move(page.get(), folder.gatling());
            }
        } catch (IOException e) {
            LOG.warn("Gatling's page stays under {}: {}", WRITTEN, e.toString());
        }
    }

    private static Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(WRITTEN)) {
            return Optional.empty();
        }
        long started =
                ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        try (Stream<Path> pages = Files.list(WRITTEN)) {
            return pages.filter(Files::isDirectory)
                    .filter(page -> page.toFile().lastModified() >= started)
                    .max(Comparator.comparing(Path::toFile, Comparator.comparing(File::lastModified)));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (IOException otherFileSystem) {
            copy(from, to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
