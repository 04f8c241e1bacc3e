package crosscheck.contract;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it came over the wire.
 *
 * @param status the HTTP status
 * @param headers by name, whatever its case; values of a repeated header joined by {@code ", "}
 * @param body its bytes; empty for none
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    public Reply {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
