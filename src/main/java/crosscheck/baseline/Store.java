package crosscheck.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of runs, a JSON file each. */
public record Store(Path directory) {
    private static final String ENDING = ".json";

    /** Its runs, the oldest first; none where there is no such directory. */
    public List<RunRecord> runs() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(RunRecord::read)
                    .sorted(Comparator.comparing(RunRecord::instant).thenComparing(RunRecord::run))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a run; one of the same name is replaced. */
    public Path put(RunRecord run) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = directory.resolve(run.run() + ENDING);
        run.write(file);
        return file;
    }
}
