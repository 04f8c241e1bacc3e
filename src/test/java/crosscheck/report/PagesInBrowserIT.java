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
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    private static Browser browser;

    @TempDir
    static Path reports;

    private enum Page {
        FAILED {
            @Override
            Path write(Path folder) {
                MadeUpRun run = MadeUpRun.in(folder);
                return report(run, run.failed());
            }
        },
        WITH_BASELINE {
            @Override
            Path write(Path folder) {
                MadeUpRun run = MadeUpRun.in(folder);
                return report(run, MadeUpRun.with(run.passed(), MadeUpBaseline.naming("bench-2")));
            }
        },
        ERROR {
            @Override
            Path write(Path folder) {
                String message = "python did not start\n" + "Traceback, a long line of it. ".repeat(40);
                return report(MadeUpRun.in(folder), Result.error(RunError.Cause.TARGET, message));
            }
        },
        LIST {
            @Override
            Path write(Path folder) {
                MadeUpRun run = MadeUpRun.in(folder.resolve("20261127-101500-MigrationGateSimulation"));
                report(run, run.failed());
                Report.writeRunList(folder);
                return folder.resolve("index.html");
            }
        },
        COMPARISON {
            @Override
            Path write(Path folder) {
                MadeUpRun before = MadeUpRun.in(folder.resolve("20261127-101500-MigrationGateSimulation"));
                MadeUpRun after = MadeUpRun.in(folder.resolve("20261127-111500-MigrationGateSimulation"));
                return compared(folder, before, before.passed(), after, after.failed(), "the seed: 7, 8");
            }
        },
        HOSTILE {
            @Override
            Path write(Path folder) {
                MadeUpRun run = MadeUpRun.in(folder);
                return report(run, MadeUpRun.with(run.hostile(), MadeUpBaseline.naming(MadeUpRun.HOSTILE)));
            }
        },
        HOSTILE_ERROR {
            @Override
            Path write(Path folder) {
                String message = MadeUpRun.HOSTILE + "\n" + MadeUpRun.HOSTILE;
                return report(MadeUpRun.in(folder), Result.error(RunError.Cause.TARGET, message));
            }
        },
        HOSTILE_LIST {
            @Override
            Path write(Path folder) {
                MadeUpRun run = MadeUpRun.in(folder.resolve("20261127-\"><img src=x onerror=window.struck=1>"));
                report(run, run.hostile());
                Report.writeRunList(folder);
                return folder.resolve("index.html");
            }
        },
        HOSTILE_COMPARISON {
            @Override
            Path write(Path folder) {
                MadeUpRun before = MadeUpRun.in(folder.resolve("20261127-\"><img src=x onerror=window.struck=1>"));
                MadeUpRun after = MadeUpRun.in(folder.resolve("20261127-111500-MigrationGateSimulation"));
                return compared(folder, before, before.hostile(), after, after.failed(), MadeUpRun.HOSTILE);
            }
        };

        /** @return the page, with all that it links to beside it */
        abstract Path write(Path folder);

        private static Path report(MadeUpRun run, Result result) {
            Report.write(run.folder(), result);
            ResultFile.write(result, run.folder().result());
            return run.folder().path().resolve("index.html");
        }

        private static Path compared(
                Path folder, MadeUpRun before, Result ofBefore, MadeUpRun after, Result ofAfter, String fact) {
            report(before, ofBefore);
            report(after, ofAfter);
            Path page = folder.resolve("compare.html");
            ComparisonPage.write(page, before.folder(), ofBefore, after.folder(), ofAfter, List.of(fact));
            return page;
        }
    }

    private static final Map<Page, Path> WRITTEN = new EnumMap<>(Page.class);

    @BeforeAll
    static void open() {
        browser = Browser.open();
        for (Page page : Page.values()) {
            WRITTEN.put(page, page.write(reports.resolve(page.name())));
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
            assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth ? [] :"
                            + " [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth)"
                            + ".map(each => each.outerHTML.slice(0, 200))"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isEmpty();
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
