package crosscheck.configuration;

import com.typesafe.config.ConfigOrigin;
import crosscheck.RunError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that is wrong with a configuration, so that a user can put it right in one go. One problem a key. */
final class Problems {
    private final Map<String, String> byKey = new LinkedHashMap<>();

    void add(String key, String text) {
        byKey.putIfAbsent(key, Redaction.of(text));
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** @throws RunError naming all problems, a line each; nothing happens when there is none */
    void throwIfAny() {
        if (byKey.size() == 1) {
            throw RunError.configuration(byKey.values().iterator().next());
        }
        if (!byKey.isEmpty()) {
            throw RunError.configuration(
                    byKey.size() + " problems in the configuration:\n  " + String.join("\n  ", byKey.values()));
        }
    }

    /** File and line, or the name of the variable or property. */
    static String where(ConfigOrigin origin) {
        if (origin.filename() == null) {
            return origin.description().replaceFirst(": (\\d+)$", ":$1");
        }
        return origin.lineNumber() > 0 ? origin.filename() + ":" + origin.lineNumber() : origin.filename();
    }
}
