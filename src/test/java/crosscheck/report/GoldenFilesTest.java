package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.verdict.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other programs read of a made-up run, byte by byte. Where a change is meant, {@code -Dgolden=write} writes the files
 * anew, for a person to look at the difference.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "report", "golden");

    @TempDir
    Path reports;

    private Path folder;

    @BeforeEach
    void report() {
        MadeUpRun run = MadeUpRun.in(reports.resolve("failed"));
        Result result = run.failed();
        Report.write(run.folder(), result);
        folder = run.folder().path();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"summary.md", "junit.xml", "metrics.csv", "benchmark-smaller.json", "benchmark-bigger.json"})
    void isAsItWas(String name) throws IOException {
        String written = Files.readString(folder.resolve(name));
        Path golden = GOLDEN.resolve(name);
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }
}
