package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {
    @TempDir
    Path reports;

    @Test
    void setsGatesFiguresAndFindingsSideBySide() {
        MadeUpRun run = MadeUpRun.in(reports.resolve("a"));
        ComparisonPage page = ComparisonPage.of(
                reports.resolve("compare.html"), run.folder(), run.passed(), run.folder(), run.failed(), List.of());

        assertThat(page.gates().get(0).differs()).isTrue();
        assertThat(page.gates())
                .filteredOn(ComparisonPage.GatePair::differs)
                .extracting(ComparisonPage.GatePair::id)
                .contains("invariant.single-assignment");
        assertThat(page.appeared())
                .extracting(Finding::id)
                .containsExactly("single-assignment.assign.item-4711", "api.read-run.value");
        assertThat(page.vanished()).isEmpty();
        assertThat(page.metrics()).isNotEmpty().allSatisfy(pair -> assertThat(pair.before())
                .isEqualTo(pair.after()));
    }

    @Test
    void linksBothReportsWhereverTheyAre() throws IOException {
        MadeUpRun before = MadeUpRun.in(reports.resolve("here/a"));
        MadeUpRun after = MadeUpRun.in(reports.resolve("there/b"));
        Path page = reports.resolve("here/compare.html");
        ComparisonPage.write(page, before.folder(), before.passed(), after.folder(), after.passed(), List.of());

        assertThat(page).content().contains("href=\"a/index.html\"", "href=\"../there/b/index.html\"");
    }

    @Test
    void saysHowMuchAFigureChangedWhereThatCanBeSaid() {
        assertThat(new ComparisonPage.MetricPair("a", "ms", 2.0, 3.0).change()).isEqualTo(50);
        assertThat(new ComparisonPage.MetricPair("a", "ms", 0.0, 3.0).change()).isNull();
        assertThat(new ComparisonPage.MetricPair("a", "ms", null, 3.0).change()).isNull();
    }

    @Test
    void hostileTextStaysText() throws Exception {
        MadeUpRun run = MadeUpRun.in(reports.resolve("a"));
        Path page = reports.resolve("compare.html");
        ComparisonPage.write(page, run.folder(), run.passed(), run.folder(), run.hostile(), List.of(MadeUpRun.HOSTILE));

        assertThat(Files.readString(page)).doesNotContain("<script", "<img").contains("&lt;img src=x");
    }
}
