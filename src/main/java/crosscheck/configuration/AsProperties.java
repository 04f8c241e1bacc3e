package crosscheck.configuration;

import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings as system properties that say the same: lists with commas, commands as a shell would have them. */
public final class AsProperties {
    private AsProperties() {}

    /**
     * @param settings nested, as in {@link Configuration#effective()}
     * @return each leaf under its dotted path, without the {@code crosscheck.} before it
     */
    public static SortedMap<String, String> of(Map<String, ?> settings) {
        SortedMap<String, String> properties = new TreeMap<>();
        ConfigValueFactory.fromMap(settings).toConfig().entrySet().forEach(entry -> {
            Object value = entry.getValue().unwrapped();
            properties.put(
                    entry.getKey().replace("\"", ""),
                    value instanceof List<?> items ? list(entry.getKey(), items) : String.valueOf(value));
        });
        return properties;
    }

    private static String list(String key, List<?> items) {
        boolean command = key.endsWith(".command");
        return items.stream()
                .map(item -> command ? quoted(item.toString()) : item.toString())
                .collect(Collectors.joining(command ? " " : ","));
    }

    private static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().noneMatch(c -> Character.isWhitespace(c) || "'\"\\".indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
