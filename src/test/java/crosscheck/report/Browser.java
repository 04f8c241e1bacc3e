package crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's own Chromium, without a window; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Whether tests with a browser run: on a machine without Chromium they are skipped, but for {@code -Dbrowser=required}, as
     * {@code .ci/run} has it, where {@link #open} fails.
     */
    static boolean isAsked() {
        return binary().isPresent() && remote().isPresent()
                || System.getProperty("browser", "").equals("required");
    }

    static Browser open() {
        File binary = binary().orElseThrow(() -> missing("chromium"));
        File remote = remote().orElseThrow(() -> missing("chromedriver"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(remote)
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options(binary)));
    }

    private static ChromeOptions options(File binary) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--window-size=1280,900");
        return options;
    }

    private static Optional<File> binary() {
        return onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<File> remote() {
        return onPath("chromedriver");
    }

    private static AssertionError missing(String program) {
        return new AssertionError("no " + program + " on the PATH");
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toFile);
    }

    ChromeDriver driver() {
        return driver;
    }

    Object script(String text, Object... arguments) {
        return driver.executeScript(text, arguments);
    }

    void show(Path page) {
        show(page, "");
    }

    /** @param fragment of the address, without its sign */
    void show(Path page, String fragment) {
        driver.get("about:blank");
        driver.get(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
    }

    /** @param theme {@code light} or {@code dark} */
    void prefer(String theme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", theme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the console has got since this was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Addresses that were asked for since this was last asked. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                JsonNode message = JSON.readTree(entry.getMessage()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    urls.add(message.at("/params/request/url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return urls;
    }

    /** Serious and critical violations that axe-core sees, with where. */
    List<String> seriousAccessibilityIssues() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        String found = (String)
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run().then(result => done(JSON.stringify(result.violations)), fault => done('[{\"impact\":\"critical\",\"id\":\"' + fault + '\"}]'));");
        return StreamSupport.stream(JSON.readTree(found).spliterator(), false)
                .filter(issue -> List.of("serious", "critical")
                        .contains(issue.path("impact").asText()))
                .map(issue -> issue.path("id").asText() + " "
                        + issue.at("/nodes/0/html").asText() + " "
                        + issue.at("/nodes/0/failureSummary").asText())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
