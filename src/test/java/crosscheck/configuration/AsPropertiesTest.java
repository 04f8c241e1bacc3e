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
        Map<String, Object> settings =
                Configuration.load(Map.of(), given, Set.of()).effective();

        Properties again = new Properties();
        AsProperties.of(settings).forEach((name, value) -> again.setProperty("crosscheck." + name, value));

        assertThat(AsProperties.of(settings))
                .containsEntry("gates.smoke", "api.*,load.*.p95")
                .containsEntry("implementations.rust.command", "'/opt/the port/janitor' --name 'it'\\''s'");
        assertThat(Configuration.load(Map.of(), again, Set.of()).effective()).isEqualTo(settings);
    }
}
