package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.report.RunList.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListTest {
    @TempDir
    Path reports;

    @Test
    void listsTheNewestFirst() throws Exception {
        run("20261122-100000-a", "{\"verdict\":\"pass\",\"headline\":\"pass\",\"gates\":[]}");
        run(
                "20261123-100000-b",
                "{\"verdict\":\"fail\",\"headline\":\"fail: 1 gate\",\"gates\":["
                        + "{\"id\":\"memory.leak\",\"verdict\":\"fail\"},{\"id\":\"memory.leak\",\"verdict\":\"fail\"},"
                        + "{\"id\":\"run.sound\",\"verdict\":\"pass\"}]}");
        Files.writeString(reports.resolve("20261123-100000-b/plan.json"), "{\"profile\":\"smoke\"}");

        assertThat(RunList.read(reports).runs())
                .containsExactly(
                        new Run("20261123-100000-b", "fail", "fail: 1 gate", "", "smoke", List.of("memory.leak"), ""),
                        new Run("20261122-100000-a", "pass", "pass", "", "", List.of(), ""));
    }

    @Test
    void leavesOutWhatIsNoFinishedRun() throws Exception {
        run("20261123-100000-half-written", "{\"verdict\":");
        Files.createDirectories(reports.resolve("20261123-110000-under-way"));
        Files.writeString(reports.resolve("README.md"), "");

        assertThat(RunList.read(reports).runs()).isEmpty();
    }

    @Test
    void hostileNamesStayText() throws Exception {
        run("20261123-100000-\"><img src=x>", "{\"verdict\":\"<img>\",\"headline\":\"<img src=x>\"}");

        Report.writeRunList(reports);

        assertThat(Files.readString(reports.resolve("index.html")))
                .contains("&lt;img src=x&gt;")
                .doesNotContain("<img");
    }

    private void run(String name, String result) throws IOException {
        Files.writeString(Files.createDirectories(reports.resolve(name)).resolve("result.json"), result);
    }
}
