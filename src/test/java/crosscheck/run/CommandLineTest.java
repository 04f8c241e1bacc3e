package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void takesSettingsFromMavensCommandLineAndLetsPropertiesWin() {
        Properties properties = new Properties();
        properties.setProperty("crosscheck.seed", "7");
        properties.setProperty("user.name", "me");

        Properties settings = CommandLine.settings(
                Map.of(
                        "MAVEN_CMD_LINE_ARGS",
                        " -B compile -Dcrosscheck.seed=1 -Dcrosscheck.aa=rust -Dother=x exec:exec@environment"),
                properties);

        assertThat(settings)
                .containsOnly(
                        Map.entry("crosscheck.seed", "7"),
                        Map.entry("crosscheck.aa", "rust"),
                        Map.entry("user.name", "me"));
    }

    @Test
    void isContentWithoutMaven() {
        assertThat(CommandLine.settings(Map.of(), new Properties())).isEmpty();
    }
}
