package crosscheck.configuration;

import com.typesafe.config.Config;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gates that can be asked: those that the defaults name in any profile, {@code load.*} once a scenario. */
final class GateNames {
    private final Set<String> known = new TreeSet<>();

    GateNames(Config defaults) {
        Set<String> scenarios = defaults.getObject("load.scenarios").keySet();
        for (String profile : defaults.getObject("gates").keySet()) {
            for (String pattern : defaults.getConfig("gates").getStringList(profile)) {
                if (pattern.startsWith("load.*.")) {
                    scenarios.forEach(scenario -> known.add(pattern.replace("*", scenario)));
                } else {
                    known.add(pattern);
                }
            }
        }
    }

    /** What each profile asks; the other profiles are read as well, so that a wrong name is said before it is needed. */
    Map<String, List<String>> read(Values gates, Collection<String> profiles) {
        return profiles.stream()
                .collect(Collectors.toMap(profile -> profile, profile -> gates.someOf(profile, known, this::isKnown)));
    }

    private boolean isKnown(String asked) {
        return known.stream().anyMatch(name -> covers(asked, name) || covers(name, asked));
    }

    private static boolean covers(String pattern, String name) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
    }
}
