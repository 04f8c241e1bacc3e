package crosscheck.chain;

import io.gatling.http.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers of an answer with their values in the order received, by the spelling of each name that came first. */
final class ResponseHeaders {
    private ResponseHeaders() {}

    static Map<String, List<String>> of(Response response) {
        Map<String, String> spellings = new HashMap<>();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : response.headers()) {
            String name = spellings.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), any -> header.getKey());
            headers.computeIfAbsent(name, any -> new ArrayList<>()).add(header.getValue());
        }
        return headers;
    }
}
