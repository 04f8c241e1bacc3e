package crosscheck.standin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the contract's tables.
 *
 * @param operation its name, by which faults find it
 * @param template its path, such as {@code /api/queue/{queue_id}}
 */
record Route(String operation, String method, String template, BodyKind body, Handler handler) {

    List<String> segments() {
        return List.of(template.split("/", -1));
    }

    long parameters() {
        return segments().stream().filter(segment -> segment.startsWith("{")).count();
    }

    boolean matches(List<String> path) {
        List<String> segments = segments();
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean fits = segment.startsWith("{") ? !path.get(i).isEmpty() : segment.equals(path.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The values of the path's parameters by placeholder. */
    Map<String, String> parameters(List<String> path) {
        List<String> segments = segments();
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith("{")) {
                parameters.put(segments.get(i), path.get(i));
            }
        }
        return parameters;
    }

    Route with(Handler other) {
        return new Route(operation, method, template, body, other);
    }
}
