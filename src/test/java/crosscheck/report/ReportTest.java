package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[a-z](?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href|action|data|poster)=\"([^\"]*)\"|url\\(([^)]*)\\)|@import ([^;]*)");

    @TempDir
    Path reports;

    @Test
    void saysTheAnswerAndShowsEverySection() {
        String page = page(madeUp().failed());

        assertThat(page)
                .contains("<title>No: 1 of 23 gates fails.", "<h1>", "Stand-ins were measured.")
                .contains("2 items were given to two workers each")
                .contains(
                        "id=\"gate-invariant.single-assignment\"",
                        "href=\"#finding-single-assignment.assign.item-4711\"")
                .contains("mvn gatling:test", "-Dcrosscheck.seed=7")
                .contains("PostgreSQL: commits a second", "Redis: clients, at most");
        assertThat(List.of(
                        "answer",
                        "findings",
                        "consistency",
                        "checks",
                        "performance",
                        "resources",
                        "health",
                        "coverage",
                        "environment"))
                .allSatisfy(section -> assertThat(page)
                        .contains("<section class=\"" + section + "\" id=\"" + section + "\"")
                        .contains("<a href=\"#" + section + "\">"));
    }

    @Test
    void linksGatlingsPageExactlyWhereTheFolderHasIt() throws IOException {
        MadeUpRun run = madeUp();
        String link = "href=\"gatling/index.html\"";
        assertThat(page(run.passed())).doesNotContain(link);

        Files.createDirectory(run.folder().gatling());
        Files.createFile(run.folder().gatling().resolve("index.html"));
        assertThat(page(run.passed())).contains(link);
    }

    @Test
    void opensWithoutANetwork() {
        String page = withoutScripts(page(madeUp().failed()));

        assertThat(REFERENCE.matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference).doesNotContain("//"));
    }

    @Test
    void allowsNoScriptButItsOwn() throws Exception {
        String page = page(madeUp().failed());
        List<MatchResult> scripts = SCRIPT.matcher(page).results().toList();

        assertThat(scripts).hasSize(5);
        for (MatchResult script : scripts) {
            boolean data = script.group(1).contains("application/json");
            assertThat(page.contains("sha256-" + sha256(script.group(2)))).isEqualTo(!data);
        }
    }

    @Test
    void hostileTextStaysText() {
        Result result = madeUp().hostile();

        String page = withoutScripts(page(result));

        assertThat(page).doesNotContain("<script", "<img").contains("&lt;img src=x onerror=window.struck=1&gt;");
        assertThat(TAG.matcher(page).results().map(MatchResult::group))
                .noneMatch(tag -> tag.contains("onload=\"x"))
                .anyMatch(tag -> tag.contains("onload=&#34;x"));
        assertThat(read("index.html")).doesNotContain("<script>window", "<img");
    }

    @Test
    void saysWhatBrokeWhereThereIsNoVerdict() {
        RunFolder empty = RunFolder.create(reports.resolve("20261123-190000-broken"));
        Report.write(empty, Result.error(RunError.Cause.ENVIRONMENT, "database.url: nothing answers\ntail of the log"));

        assertThat(read("20261123-190000-broken/index.html"))
                .contains("No answer: the environment did not come up or did not last.", "tail of the log")
                .doesNotContain("id=\"performance\"");
    }

    @Test
    void aNormalRunIsUnderThreeMegabytes() {
        assertThat(page(madeUp().failed()).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(3_000_000);
    }

    private MadeUpRun madeUp() {
        return MadeUpRun.in(reports.resolve("20261123-180500-migration-gate"));
    }

    private String page(Result result) {
        Report.write(new RunFolder(reports.resolve("20261123-180500-migration-gate")), result);
        return read("20261123-180500-migration-gate/index.html");
    }

    private String read(String file) {
        try {
            return Files.readString(reports.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String withoutScripts(String page) {
        return page.replace(Assets.chartLibrary(), "")
                .replace(Assets.script(), "")
                .replaceAll("<script[^>]*>\\[?[^<]*</script>", "");
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
