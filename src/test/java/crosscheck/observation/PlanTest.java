package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.RunLimits;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Settings.Thresholds;
import crosscheck.contract.Implementation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @Test
    void whatWasWrittenIsReadAgain(@TempDir Path folder) {
        Thresholds thresholds = new Thresholds(
                1000,
                0.01,
                0.001,
                0.95,
                100,
                0.10,
                0.3,
                2,
                0.95,
                2,
                20,
                20,
                0.5,
                64,
                1,
                10,
                0.1,
                1,
                0.1,
                0.9,
                new RunLimits(0.05, Duration.ofMillis(50), 0.9, 0.1, 0.9, 0.1, 0.1, 0.25, 8, Duration.ofMillis(100)),
                2,
                0.8,
                Map.of());
        Plan plan = new Plan(
                Plan.SCHEMA,
                "MigrationGateSimulation",
                "smoke",
                Implementation.RUST,
                42,
                Instant.parse("2026-01-01T00:00:00.123456Z"),
                Map.of("load", Map.of("workers", 50)),
                thresholds,
                List.of("load.*.p95"),
                Map.of("rust", Map.of("url", "http://127.0.0.1:1")),
                new Plan.Host("bench", "made up", 2, 8L << 30, "Linux 6.1", "17.0.15", Map.of("postgresql", "14.22")),
                Map.of("api.parity", List.of("api/health/200")),
                List.of(new PlannedPhase(
                        0,
                        Implementation.PYTHON,
                        Phase.Kind.LOAD,
                        0,
                        List.of(new Phase.Load("queue-assignment", 50, 5, 0)))),
                new Settings.Capacity(
                        75,
                        5,
                        20000,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(6),
                        0.15,
                        16,
                        1000,
                        1.5,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(10)));
        Path file = folder.resolve("plan.json");
        plan.write(file);

        assertThat(Plan.read(file)).isEqualTo(plan);
    }
}
