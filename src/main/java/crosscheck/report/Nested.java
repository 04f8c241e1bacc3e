package crosscheck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Read-only steps into maps of maps, as JSON objects are read; what is not there is empty. */
record Nested(Object value) {

    Nested at(String key) {
        return new Nested(map().get(key));
    }

    boolean isPresent() {
        return value != null;
    }

    Set<String> keys() {
        return map().keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value as a reader would write it, or empty. */
    String text(String key) {
        return text(map().get(key));
    }

    List<String> list(String key) {
        return map().get(key) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Every leaf under its dotted path; leaves without a value are left out. */
    Map<String, String> flat() {
        Map<String, String> leaves = new LinkedHashMap<>();
        flatten("", value, leaves);
        return leaves;
    }

    private static void flatten(String path, Object value, Map<String, String> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> flatten(path.isEmpty() ? "" + key : path + "." + key, child, leaves));
        } else if (!text(value).isEmpty()) {
            leaves.put(path, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    private Map<?, ?> map() {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
