package crosscheck.contract;

import java.util.List;

/**
 * Something that a service promises to do.
 *
 * @param id the document's {@code operationId}: {@code assign}, {@code submit-result}, ...
 * @param service who serves it
 * @param method in upper case
 * @param path the template, for example <code>/api/runs/{run_id}</code>
 * @param parameters of path, query and header, in the document's order
 * @param requestMediaType of its body, or {@code null} where it takes none
 */
public record Operation(
        String id, Service service, String method, String path, List<Parameter> parameters, String requestMediaType) {

    /** Where a parameter goes. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    public record Parameter(String name, Place place, boolean required) {}
}
