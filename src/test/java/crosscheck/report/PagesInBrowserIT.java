package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.verdict.Result;
import crosscheck.verdict.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every page, whatever is on it. */
@EnabledIf(
        value = "crosscheck.report.Browser#isAsked",
        disabledReason = "no chromium with its chromedriver on the PATH")
class PagesInBrowserIT {
    private static final String OPEN_ALL =
            "document.querySelectorAll('details').forEach(each => { each.open = true; });"
                    + "window.scrollTo(0, document.body.scrollHeight)";

    private static final String BEYOND_THE_WINDOW =
            "return [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth)"
                    + ".map(each => each.outerHTML.slice(0, 200))";

    private static final String EARLIER = "20261127-101500-MigrationGateSimulation";
    private static final String LATER = "20261127-111500-MigrationGateSimulation";
    private static final String HOSTILE_NAME = "20261127-\"><img src=x onerror=window.struck=1>";

    private static Browser browser;

    @TempDir
    static Path reports;

    private enum Page {
        FAILED(folder -> report(folder, MadeUpRun::failed)),
        WITH_BASELINE(folder -> report(folder, run -> MadeUpRun.with(run.passed(), MadeUpBaseline.naming("bench-2")))),
        ERROR(folder -> report(folder, run -> error("python did not start\n" + "Traceback, a long line. ".repeat(40)))),
        LIST(folder -> listed(folder, EARLIER, MadeUpRun::failed)),
        COMPARISON(folder -> compared(folder, EARLIER, MadeUpRun::passed, "the seed: 7, 8")),
        HOSTILE(folder ->
                report(folder, run -> MadeUpRun.with(run.hostile(), MadeUpBaseline.naming(MadeUpRun.HOSTILE)))),
        HOSTILE_ERROR(folder -> report(folder, run -> error(MadeUpRun.HOSTILE + "\n" + MadeUpRun.HOSTILE))),
        HOSTILE_LIST(folder -> listed(folder, HOSTILE_NAME, MadeUpRun::hostile)),
        HOSTILE_COMPARISON(folder -> compared(folder, HOSTILE_NAME, MadeUpRun::hostile, MadeUpRun.HOSTILE));

        private final UnaryOperator<Path> writing;

        /** @param writing makes the page in a folder, with all that it links to beside it, and says where it is */
        Page(UnaryOperator<Path> writing) {
            this.writing = writing;
        }
    }

    private static Path report(Path folder, Function<MadeUpRun, Result> judged) {
        MadeUpRun run = MadeUpRun.in(folder);
        Result result = judged.apply(run);
        Report.write(run.folder(), result);
        ResultFile.write(result, run.folder().result());
        return folder.resolve("index.html");
    }

    private static Path listed(Path folder, String name, Function<MadeUpRun, Result> judged) {
        report(folder.resolve(name), judged);
        Report.writeRunList(folder);
        return folder.resolve("index.html");
    }

    private static Path compared(Path folder, String name, Function<MadeUpRun, Result> judged, String fact) {
        MadeUpRun earlier = MadeUpRun.in(folder.resolve(name));
        MadeUpRun later = MadeUpRun.in(folder.resolve(LATER));
        Path page = folder.resolve("compare.html");
        ComparisonPage.write(
                page, earlier.folder(), judged.apply(earlier), later.folder(), later.failed(), List.of(fact));
        return page;
    }

    private static Result error(String message) {
        return Result.error(RunError.Cause.TARGET, message);
    }

    private static final Map<Page, Path> WRITTEN = new EnumMap<>(Page.class);

    @BeforeAll
    static void open() {
        browser = Browser.open();
        for (Page page : Page.values()) {
            WRITTEN.put(page, page.writing.apply(reports.resolve(page.name())));
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensWithoutAnErrorAndWithoutANetwork(Page page) {
        browser.requests();
        browser.console();
        browser.show(WRITTEN.get(page));
        browser.script(OPEN_ALL);

        assertThat(browser.console()).isEmpty();
        String itself = WRITTEN.get(page).toUri().toString();
        assertThat(browser.requests())
                .contains(itself)
                .allMatch(url -> url.equals(itself) || url.startsWith("data:") || url.equals("about:blank"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "HOSTILE.*")
    void hostileContentIsInert(Page page) {
        browser.show(WRITTEN.get(page));
        browser.script(OPEN_ALL);

        assertThat(browser.script("return document.body.textContent"))
                .asString()
                .contains("<img src=x");
        assertThat((String)
                        browser.script("return [...document.querySelectorAll('img, [onload], [onerror], main script')]"
                                + ".map(each => each.outerHTML).join('\\n')"))
                .isEmpty();
        assertThat(browser.script("return window.struck === undefined")).isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void hasNoSeriousAccessibilityIssue(Page page, String theme) throws IOException {
        browser.prefer(theme);
        browser.show(WRITTEN.get(page));
        browser.script(OPEN_ALL);

        assertThat(browser.seriousAccessibilityIssues()).isEmpty();
    }

    static Stream<Arguments> themes() {
        return crossed("light", "dark");
    }

    @ParameterizedTest
    @MethodSource("widths")
    void fitsTheWindow(Page page, int width) {
        browser.resize(width, 800);
        try {
            browser.show(WRITTEN.get(page));
            browser.script(OPEN_ALL);
            assertThat(((Number) browser.script("return document.documentElement.scrollWidth")).intValue())
                    .as(() -> "as wide as its window; beyond it are " + browser.script(BEYOND_THE_WINDOW))
                    .isLessThanOrEqualTo(width);
        } finally {
            browser.resize(1280, 900);
        }
    }

    static Stream<Arguments> widths() {
        return crossed(320, 768, 1280);
    }

    private static Stream<Arguments> crossed(Object... values) {
        return Arrays.stream(Page.values())
                .flatMap(page -> Arrays.stream(values).map(value -> Arguments.of(page, value)));
    }
}
