package crosscheck.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import crosscheck.observation.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Leaves of the settings that are not as in {@code crosscheck-defaults.conf}; lists element by element. */
    private static Map<String, String> changed(Map<String, Object> settings) {
        Config defaults = ConfigFactory.parseResources("crosscheck-defaults.conf")
                .resolve(ConfigResolveOptions.noSystem())
                .getConfig("crosscheck");
        Map<String, String> before = leaves(defaults.root().unwrapped());
        Map<String, String> changed = leaves(settings);
        changed.entrySet().removeIf(leaf -> leaf.getValue().equals(before.get(leaf.getKey())));
        return changed;
    }

    private static Map<String, String> leaves(Map<String, ?> settings) {
        Map<String, String> leaves = new TreeMap<>();
        ConfigValueFactory.fromMap(settings).toConfig().entrySet().forEach(entry -> {
            Object value = entry.getValue().unwrapped();
            if (value instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    leaves.put(entry.getKey() + "." + i, String.valueOf(items.get(i)));
                }
            } else {
                leaves.put(entry.getKey(), String.valueOf(value));
            }
        });
        return leaves;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
