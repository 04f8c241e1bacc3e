package crosscheck.run;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a command that Maven starts in a JVM of its own. {@code exec:exec} hands no system property on, but Maven's
 * launcher leaves its command line in the environment.
 */
final class CommandLine {
    private static final Pattern SETTING = Pattern.compile("(?<=^|\\s)-D(crosscheck\\.[^=\\s]+)=(\\S*)");

    private CommandLine() {}

    /** What this JVM was started with. */
    static Settings ofThisCommand() {
        Map<String, String> environment = System.getenv();
        return Configuration.load(environment, settings(environment, System.getProperties()), StandIns.faults())
                .settings();
    }

    /** {@code properties}, with those {@code -Dcrosscheck.<key>=<value>} of Maven's command line that they lack. */
    static Properties settings(Map<String, String> environment, Properties properties) {
        Properties settings = new Properties();
        Matcher given = SETTING.matcher(environment.getOrDefault("MAVEN_CMD_LINE_ARGS", ""));
        while (given.find()) {
            settings.setProperty(given.group(1), given.group(2));
        }
        properties.stringPropertyNames().forEach(name -> settings.setProperty(name, properties.getProperty(name)));
        return settings;
    }
}
