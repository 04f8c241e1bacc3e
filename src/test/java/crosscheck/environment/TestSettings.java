package crosscheck.environment;

import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as far as the environment reads them. */
final class TestSettings {
    private static final Settings.Data SIZES = new Settings.Data(100, 10, 1000, 50);

    private TestSettings() {}

    static Settings embedded() {
        return of(Optional.empty(), Optional.empty());
    }

    static Settings of(Optional<SecretUrl> postgres, Optional<SecretUrl> redis) {
        return new Settings(
                "smoke",
                Optional.empty(),
                42,
                Path.of("reports"),
                false,
                Map.of(),
                Map.of(),
                List.of(),
                new Settings.Database(postgres, Duration.ofMillis(300), Duration.ofMillis(500)),
                redis,
                null,
                SIZES,
                Duration.ofSeconds(5),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "",
                "",
                new Settings.Ledger(Optional.empty(), false),
                new Settings.Baseline(Path.of("reports/baseline"), ""));
    }
}
