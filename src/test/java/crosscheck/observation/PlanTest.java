package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @Test
    void whatWasWrittenIsReadAgain(@TempDir Path folder) {
        Thresholds thresholds = Configuration.load(Map.of(), new Properties(), Set.of())
                .settings()
                .thresholds();
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

    @Test
    void aPlanOfAnotherVersionIsRefusedByName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"schema\": \"crosscheck/plan/1\"}");

        assertThatThrownBy(() -> Plan.read(file))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("plan.json")
                .hasMessageContaining("\"crosscheck/plan/1\", not \"" + Plan.SCHEMA + "\"");
    }
}
