package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path reports;

    @Test
    void writes() throws Exception {
        Path target = Path.of(System.getProperty("sample", reports.toString()));
        Report.write(
                MadeUpRun.in(target.resolve("20261123-180500-migration-gate")).folder(),
                MadeUpRun.in(target.resolve("x")).failed());
        assertThat(Files.size(target.resolve("20261123-180500-migration-gate/index.html")))
                .isLessThan(3_000_000);
    }
}
