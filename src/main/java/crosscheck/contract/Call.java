package crosscheck.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An operation with the values to call it with, before a dialect makes a request of it.
 *
 * @param operation {@link Operation#id()}
 * @param parameters by name, as text and not yet encoded; what is absent is not sent
 * @param body the bytes to send, or {@code null} for none
 */
public record Call(String operation, Map<String, String> parameters, byte[] body) {

    public static Call of(String operation) {
        return new Call(operation, Map.of(), null);
    }

    public Call with(String parameter, Object value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value.toString());
        return new Call(operation, more, body);
    }

    public Call body(byte[] bytes) {
        return new Call(operation, parameters, bytes);
    }
}
