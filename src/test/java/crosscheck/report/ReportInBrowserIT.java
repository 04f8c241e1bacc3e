package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crosscheck.verdict.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report as a reader has it before him. */
@EnabledIf(
        value = "crosscheck.report.Browser#isAsked",
        disabledReason = "no chromium with its chromedriver on the PATH")
class ReportInBrowserIT {
    private static final int MANY = 10_000;
    private static final int PRESSES_AT_MOST = 60;

    private static Browser browser;

    @TempDir
    static Path reports;

    private static Path failed;
    private static Path many;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        MadeUpRun run = MadeUpRun.in(reports.resolve("failed"));
        failed = page(run, run.failed());
        run = MadeUpRun.in(reports.resolve("many"));
        many = page(run, run.withFindings(MANY));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path page(MadeUpRun run, Result result) {
        Report.write(run.folder(), result);
        return run.folder().path().resolve("index.html");
    }

    @Test
    void theFirstDifferingFieldIsOneClickFromTheAnswer() {
        browser.show(failed);
        browser.driver().findElement(By.cssSelector(".highlights a")).click();

        await().ignoreExceptions().untilAsserted(() -> {
            WebElement different = browser.driver().findElement(By.cssSelector(".finding[open] [data-slot=rust] mark"));
            assertThat(different.getText()).startsWith("two workers");
            assertThat(inWindow(different)).isTrue();
        });
    }

    @Test
    void canBeReadWithTheKeyboardAlone() {
        browser.show(failed);
        press(Keys.TAB, "document.activeElement.matches('.highlights a')");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        await().until(() ->
                (Boolean) browser.script("return document.activeElement.matches('.finding[open] > summary')"));

        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        await().until(() ->
                browser.driver().findElements(By.cssSelector(".finding[open]")).isEmpty());

        press(Keys.chord(Keys.SHIFT, Keys.TAB), "document.activeElement.matches('#findings input')");
        browser.driver().switchTo().activeElement().sendKeys("number-form");
        await().untilAsserted(() -> assertThat(browser.driver().findElements(By.cssSelector(".finding .where")))
                .singleElement()
                .satisfies(where -> assertThat(where.getText()).isEqualTo("read-run $.value")));
    }

    /** The best of a few: what else the machine does is not the page's. */
    @Test
    void manyFindingsOpenInASecond() {
        double fastest = IntStream.range(0, 5)
                .mapToDouble(i -> {
                    browser.show(many);
                    return ((Number) browser.script(
                                    "return performance.getEntriesByType('navigation')[0].loadEventStart"))
                            .doubleValue();
                })
                .reduce(Double.MAX_VALUE, Math::min);

        assertThat(browser.driver()
                        .findElement(By.cssSelector("#findings output"))
                        .getText())
                .isEqualTo("10,000 of 10,000");
        assertThat(fastest).isBetween(1.0, 1_000.0);
    }

    @Test
    void aLinkToAFindingOpensItWhereverItIsListed() {
        browser.show(many, "finding-id-9876");

        await().ignoreExceptions().untilAsserted(() -> {
            WebElement finding = browser.driver().findElement(By.cssSelector(".finding[open]"));
            assertThat(finding.findElement(By.tagName("code")).getText()).isEqualTo("$.items[9876].value");
            assertThat(inWindow(finding.findElement(By.tagName("mark")))).isTrue();
        });
    }

    @Test
    void searchesInManyFindings() {
        browser.show(many);
        browser.driver().findElement(By.cssSelector("#findings input")).sendKeys("items[77 read-run");

        await().untilAsserted(() -> assertThat(browser.driver()
                        .findElement(By.cssSelector("#findings output"))
                        .getText())
                .isEqualTo("111 of 10,000"));
    }

    @Test
    void everyFigureIsDrawnOnPaper() {
        browser.show(failed);
        browser.script("dispatchEvent(new Event('beforeprint'))");

        List<WebElement> figures = browser.driver().findElements(By.className("chart"));
        assertThat(figures).hasSizeGreaterThan(10).allSatisfy(figure -> assertThat(
                        figure.findElements(By.cssSelector("svg path")))
                .isNotEmpty());
    }

    @Test
    void paperHasTheFirstThousandFindingsAndSaysWhereAllAre() {
        browser.show(many);
        browser.script("dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.script("return document.querySelectorAll('.finding[open] > .body').length"))
                .isEqualTo(1_000L);
        assertThat(rest()).isEqualTo("1,000 of 10,000 are listed; all of them are in result.json.");

        browser.show(failed);
        browser.script("dispatchEvent(new Event('beforeprint'))");
        assertThat(rest()).isEmpty();
    }

    private static String rest() {
        return browser.driver().findElement(By.cssSelector("#findings .rest")).getDomProperty("textContent");
    }

    private static boolean inWindow(WebElement element) {
        return (Boolean) browser.script(
                "const box = arguments[0].getBoundingClientRect();"
                        + "return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight",
                element);
    }

    /** Presses until the condition holds; fails when it never does. */
    private static void press(CharSequence key, String condition) {
        for (int i = 0; i < PRESSES_AT_MOST; i++) {
            browser.driver().switchTo().activeElement().sendKeys(key);
            if ((Boolean) browser.script("return " + condition)) {
                return;
            }
        }
        throw new AssertionError("never: " + condition);
    }
}
