package crosscheck.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AsPropertiesTest {
    @Test
    void loadedAgainTheySayTheSame() {
        Properties given = new Properties();
        given.setProperty("crosscheck.seed", "7");
        given.setProperty("crosscheck.gates.smoke", "api.*, load.*.p95");
        given.setProperty("crosscheck.implementations.rust.command", "'/opt/the port/janitor' --name 'it'\\''s'");
        Configuration first = Configuration.load(Map.of(), given, Set.of());

        Properties again = new Properties();
        AsProperties.of(first.effective()).forEach((name, value) -> again.setProperty("crosscheck." + name, value));
        Configuration second = Configuration.load(Map.of(), again, Set.of());

        assertThat(AsProperties.of(first.effective()))
                .containsEntry("gates.smoke", "api.*,load.*.p95")
                .containsEntry("implementations.rust.command", "'/opt/the port/janitor' --name 'it'\\''s'")
                .isEqualTo(AsProperties.of(second.effective()));
        assertThat(second.settings()).usingRecursiveComparison().isEqualTo(first.settings());
    }
}
