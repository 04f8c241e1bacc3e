package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered with; {@code contentType} is null where there is no body. */
record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final byte[] NOTHING = {};

    static Response json(int status, JsonNode body) {
        return new Response(status, "application/json", Json.bytes(body), Map.of());
    }

    static Response bytes(byte[] body) {
        return new Response(200, "application/octet-stream", body, Map.of());
    }

    static Response empty(int status) {
        return new Response(status, null, NOTHING, Map.of());
    }

    /** The connection is closed instead. */
    static Response none() {
        return empty(0);
    }

    boolean isNone() {
        return status == 0;
    }

    Response withStatus(int other) {
        return new Response(other, contentType, body, headers);
    }

    Response withContentType(String other) {
        return new Response(status, other, body, headers);
    }

    Response withBody(byte[] other) {
        return new Response(status, contentType, other, headers);
    }

    Response without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Response(status, contentType, body, Map.copyOf(fewer));
    }

    Response with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, body, Map.copyOf(more));
    }
}
