package crosscheck.contract;

import java.util.Map;

/**
 * A request as it goes to a service, but for the base URL.
 *
 * @param service who gets it
 * @param method in upper case
 * @param path with its query, percent-encoded
 * @param headers by name
 * @param body the bytes to send, or {@code null} for none
 */
public record RequestSpec(Service service, String method, String path, Map<String, String> headers, byte[] body) {}
