package crosscheck.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final Set<String> FAULTS = Set.of("slow", "errors");

    @Test
    void defaultsAloneAreAConfiguration() {
        Settings settings =
                Configuration.load(Map.of(), new Properties(), FAULTS).settings();
        assertThat(settings.profileName()).isEqualTo("smoke");
        assertThat(settings.profile().blocks()).isEqualTo(2);
        assertThat(settings.thresholds().responseTime().marginMeanMillis()).isEqualTo(0.3);
        assertThat(settings.sides()).containsOnlyKeys(Implementation.values());
        assertThat(settings.sides()
                        .get(Implementation.RUST)
                        .endpoint(Service.SITE)
                        .isGiven())
                .isFalse();
        assertThat(settings.topology().get(Service.WORKER)).containsExactly(Service.RUNNER);
        assertThat(settings.database().url()).isEmpty();
        assertThat(settings.askedGates()).contains("memory.ratio", "load.*.p95");
    }

    @Test
    void eachSourceStandsOverTheOneBefore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "crosscheck { seed = 2, data.runs = 2 }");
        Settings settings = load(
                        "crosscheck { seed = 1, data.runs = 1, data.campaigns = 1 }",
                        Map.of(),
                        Map.of("crosscheck.config", file.toString(), "crosscheck.seed", "3"))
                .settings();
        assertThat(settings.seed()).isEqualTo(3);
        assertThat(settings.data()).isEqualTo(new Settings.Data(100, 1, 2, 50));
    }

    @Test
    void theEnvironmentGivesUrlsUnlessTheUserDid() {
        Map<String, String> environment =
                Map.of("DATABASE_URL", "postgresql://a:b@db/ci", "REDIS_URL", "redis://cache:6379");
        Settings settings = load("crosscheck.redis.url = \"redis://mine:6379\"", environment, Map.of())
                .settings();
        assertThat(settings.database().url()).contains(new SecretUrl(URI.create("postgresql://a:b@db/ci")));
        assertThat(settings.redis()).contains(new SecretUrl(URI.create("redis://mine:6379")));
    }

    @Test
    void aListMayBeTypedAsInAFile() {
        Settings settings = load(
                        "",
                        Map.of(),
                        Map.of(
                                "crosscheck.implementations.rust.command", "[\"my service\", \"--level=a\"]",
                                "crosscheck.implementations.python.faults", "[slow]"))
                .settings();
        assertThat(settings.sides()
                        .get(Implementation.RUST)
                        .endpoint(Service.RUNNER)
                        .command())
                .containsExactly("my service", "--level=a");
        assertThat(settings.sides().get(Implementation.PYTHON).faults()).containsExactly("slow");
    }

    @Test
    void systemPropertiesAreWords() {
        Settings settings = load(
                        "",
                        Map.of(),
                        Map.of(
                                "crosscheck.implementations.python.faults", "slow, errors",
                                "crosscheck.implementations.rust.command", "run 'my service' --level=\"a b\"",
                                "crosscheck.load.scenarios.queue-assignment.rate", "12.5",
                                "crosscheck.http.request-timeout", "2s",
                                "crosscheck.quiet", "true"))
                .settings();
        assertThat(settings.sides().get(Implementation.PYTHON).faults()).containsExactly("slow", "errors");
        assertThat(settings.sides()
                        .get(Implementation.RUST)
                        .endpoint(Service.RUNNER)
                        .command())
                .containsExactly("run", "my service", "--level=a b");
        assertThat(settings.load().queueAssignmentRate()).isEqualTo(12.5);
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.quiet()).isTrue();
    }

    @Test
    void whatIsSaidOfBothImplementationsHoldsForEach() {
        Settings settings = load(
                        "crosscheck { implementation.pool-size = 20, implementations.rust.pool-size = 5 }",
                        Map.of(),
                        Map.of())
                .settings();
        assertThat(settings.sides().get(Implementation.PYTHON).poolSize()).isEqualTo(20);
        assertThat(settings.sides().get(Implementation.RUST).poolSize()).isEqualTo(5);
    }

    @Test
    void aServiceOfItsOwnStandsOverTheSide() {
        Settings.Side side = load(
                        "crosscheck.implementations.rust { url = \"http://a:1/\", services.worker.command = [w] }",
                        Map.of(),
                        Map.of())
                .settings()
                .sides()
                .get(Implementation.RUST);
        assertThat(side.endpoint(Service.SITE).url()).contains(new SecretUrl(URI.create("http://a:1")));
        assertThat(side.endpoint(Service.WORKER).command()).containsExactly("w");
        assertThat(side.endpoint(Service.WORKER).url()).isEmpty();
    }

    @Test
    void withAaOneDefinitionPlaysBothSides() {
        Settings settings = load(
                        "crosscheck { aa = rust, implementations.rust.url = \"http://a:1\" }", Map.of(), Map.of())
                .settings();
        assertThat(settings.sameOnBothSides()).contains(Implementation.RUST);
        assertThat(settings.sides().get(Implementation.PYTHON))
                .isEqualTo(settings.sides().get(Implementation.RUST));
        assertThat(settings.sides().get(Implementation.PYTHON).architecture()).isEqualTo(Implementation.RUST);
    }

    @Test
    void companionsHaveDefaults() {
        Settings settings = load(
                        "crosscheck.companions = [{ name = forge, command = [forge, -v], request = /api/version }]",
                        Map.of(),
                        Map.of())
                .settings();
        assertThat(settings.companions()).singleElement().satisfies(companion -> {
            assertThat(companion.endpoint().command()).containsExactly("forge", "-v");
            assertThat(companion.ready()).isEqualTo("/");
            assertThat(companion.sampled()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            crosscheck.profil = smoke | crosscheck.profil (test.conf:1): there is no such key; the nearest known one is crosscheck.profile
            crosscheck.load.scenarios.queue-asignment.rate = 1 | crosscheck.load.scenarios.queue-asignment (test.conf:1): there is no such key; the nearest known one is crosscheck.load.scenarios.queue-assignment
            crosscheck.profile.a = 1 | crosscheck.profile.a (test.conf:1): there is no such key; the nearest known one is crosscheck.profile
            crosscheck.implementation.pool = 1 | crosscheck.implementation.pool (test.conf:1): there is no such key; known there: command, directory, faults, pool-size, services, url
            crosscheck.implementations.go.url = a | crosscheck.implementations.go (test.conf:1): there is no such key; known there: python, rust
            profile = smoke | profile (test.conf:1): unknown; every key of crosscheck's is inside crosscheck { }
            crosscheck.load = 5 | crosscheck.load = 5 (test.conf:1): must be a block { }
            crosscheck.implementations.rust.faults = slow | crosscheck.implementations.rust.faults = slow (test.conf:1): must be a list [ ]
            crosscheck.seed = [1] | crosscheck.seed = [1] (test.conf:1): must be a single value
            crosscheck.seed = many | crosscheck.seed = many (test.conf:1): must be a whole number
            crosscheck.seed = null | crosscheck.seed = null (test.conf:1): must be a whole number
            crosscheck.profile = quick | crosscheck.profile = quick (test.conf:1): must be one of smoke, baseline, soak
            crosscheck.aa = go | crosscheck.aa = go (test.conf:1): must be one of python, rust, or empty
            crosscheck.quiet = 3 | crosscheck.quiet = 3 (test.conf:1): must be true or false
            crosscheck.data.runs = 1000001 | crosscheck.data.runs = 1000001 (test.conf:1): must be a whole number from 1 to 1000000
            crosscheck.data.queue-items = 1001 | crosscheck.data.queue-items = 1001 (test.conf:1): must be 1000 or less
            crosscheck.startup.poll = 1s | crosscheck.startup.poll = 1s (test.conf:1): must be a duration from 1ms to 500ms
            crosscheck.http.request-timeout = soon | crosscheck.http.request-timeout = soon (test.conf:1): must be a duration such as 10s or 500ms, 1ms or more
            crosscheck.load.scenarios.queue-assignment.rate = 0 | must be a number above 0
            crosscheck.load.headroom = 0.9 | must be a number, 1 or more
            crosscheck.thresholds.load.error-rate = 1.5 | must be a share, from 0 to 1
            crosscheck.thresholds.response-time.confidence = 1 | must be at least 0.5 and below 1
            crosscheck.profiles.soak.blocks = 3 | crosscheck.profiles.soak.blocks = 3 (test.conf:1): must be even
            crosscheck.implementations.rust.faults = [slow, sloww] | crosscheck.implementations.rust.faults = slow, sloww (test.conf:1): sloww is not known; the nearest known one is slow
            crosscheck.implementations.rust { faults = [slow], url = "http://a:1" } | cannot be planted in programs that are given by url or command, only in stand-ins
            crosscheck { aa = python, implementations.rust.faults = [slow] } | crosscheck.implementations.rust.faults = slow (test.conf:1): cannot be, since crosscheck.aa = python plays both sides
            crosscheck.implementations.rust { command = [a], url = "http://a:1" } | cannot be given together with url
            crosscheck.implementation.url = "http://a:1" | is python's URL too; set crosscheck.aa to compare a program with itself
            crosscheck.implementations.rust.url = "localhost:80" | crosscheck.implementations.rust.url = localhost:80 (test.conf:1): must be a URL such as http://localhost:8080
            crosscheck.database.url = "mysql://u:secret@db/x" | crosscheck.database.url = mysql://db/x (test.conf:1): must be a URL such as postgresql://
            crosscheck.topology.worker = [runer] | runer is not known; the nearest known one is runner
            crosscheck.gates.baseline = ["memory.leek"] | crosscheck.gates.baseline = memory.leek (test.conf:1): memory.leek is not known; the nearest known one is memory.leak
            crosscheck.gates.smoke = ["load.assignment.p95"] | the nearest known one is load.queue-assignment.p95
            crosscheck.companions = [{ name = a, command = [a], redy = /x }] | crosscheck.companions.0.redy (test.conf:1): there is no such key
            crosscheck.companions = [{ name = a }] | one of url and command must be given
            crosscheck.companions = [{ name = a, command = [a] }, { name = a, command = [a] }] | the name a is already taken
            crosscheck.companions = [5] | crosscheck.companions.0: must be a block
            crosscheck.seed = ${NOBODY} | NOBODY
            """)
    void aWrongFileIsExplained(String conf, String message) {
        assertThat(refusal(conf, Map.of())).contains(message).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            crosscheck.sed | 1 | crosscheck.sed (system property crosscheck.sed): there is no such key; the nearest known one is crosscheck.seed
            crosscheck.seed | x | crosscheck.seed = x (system property crosscheck.seed): must be a whole number
            crosscheck.implementations.rust.command | run 'it | the quote ' is not closed
            crosscheck.implementations.rust.faults | leak,slow | crosscheck.implementations.rust.faults = leak, slow (system property crosscheck.implementations.rust.faults): leak is not known
            crosscheck.companions | forge | must be a block { name, url or command, ... }, in a file
            crosscheck.config | no/such.conf | crosscheck.config = no/such.conf: there is no such file
            """)
    void aWrongSystemPropertyIsExplained(String key, String value, String message) {
        assertThat(refusal("", Map.of(key, value))).contains(message);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String message = refusal(
                "crosscheck {\n  profil = a\n  seed = b\n  data.runs = 0\n}", Map.of("crosscheck.quiet", "no!"));
        assertThat(message.lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("crosscheck.profil (test.conf:2)"))
                .anyMatch(line -> line.contains("crosscheck.seed = b (test.conf:3)"))
                .anyMatch(line -> line.contains("crosscheck.data.runs = 0 (test.conf:4)"))
                .anyMatch(line -> line.contains("crosscheck.quiet = no! (system property crosscheck.quiet)"));
    }

    @Test
    void aFileThatIsNoHoconIsExplained(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.conf"), "crosscheck {\n seed = 1\n");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("crosscheck.config", file.toString())))
                .isInstanceOf(RunError.class)
                .hasMessageContaining(file + ": 3");
    }

    @Test
    void whatIsShownHasNoCredentials() {
        Configuration configuration = load("""
                crosscheck {
                  database.url = "postgresql://me:s3cret@db:5432/x"
                  implementations.rust.command = [run, "--db=postgresql://me:s3cret@db/x", "PGPASSWORD=s3cret"]
                  companions = [{ name = forge, url = "http://me:s3cret@forge:80" }]
                }
                """, Map.of(), Map.of());
        assertThat(configuration.effective().toString())
                .contains("postgresql://db:5432/x", "--db=postgresql://db/x", "http://forge:80")
                .doesNotContain("s3cret");
    }

    private static String refusal(String conf, Map<String, String> properties) {
        RunError error = catchThrowableOfType(RunError.class, () -> load(conf, Map.of(), properties));
        assertThat(error).isNotNull();
        assertThat(error.reason()).isEqualTo(RunError.Cause.CONFIGURATION);
        return error.getMessage();
    }

    private static Configuration load(String conf, Map<String, String> environment, Map<String, String> properties) {
        Config user =
                ConfigFactory.parseString(conf, ConfigParseOptions.defaults().setOriginDescription("test.conf"));
        return Configuration.of(user, environment, properties, FAULTS);
    }
}
