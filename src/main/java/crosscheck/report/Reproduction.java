package crosscheck.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import crosscheck.configuration.AsProperties;
import crosscheck.observation.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The command that makes a run again: Maven's, with every setting that differs from its default. */
final class Reproduction {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

    private Reproduction() {}

    static String command(Plan plan) {
        List<String> words = new ArrayList<>(List.of("mvn", "gatling:test"));
        words.add("-Dgatling.simulationClass=crosscheck.simulation." + plan.simulation());
        changed(plan.settings()).forEach((key, value) -> words.add(quoted("-Dcrosscheck." + key + "=" + value)));
        return String.join(" ", words);
    }

    /** Leaves of the settings that are not as in {@code crosscheck-defaults.conf}. */
    private static Map<String, String> changed(Map<String, Object> settings) {
        Config defaults = ConfigFactory.parseResources("crosscheck-defaults.conf")
                .resolve(ConfigResolveOptions.noSystem())
                .getConfig("crosscheck");
        Map<String, String> before = AsProperties.of(defaults.root().unwrapped());
        Map<String, String> changed = AsProperties.of(settings);
        changed.entrySet().removeIf(leaf -> leaf.getValue().equals(before.get(leaf.getKey())));
        return changed;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
