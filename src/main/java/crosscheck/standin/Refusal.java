package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** A request that is not carried out, as the contract's error body. Thrown inside a transaction, it undoes it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;
    private final String allowed;

    private Refusal(int status, String code, String message, String field, String allowed) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.allowed = allowed;
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, null, null);
    }

    static Refusal field(String field, String message) {
        return new Refusal(422, "invalid-field", message, field, null);
    }

    static Refusal methodNotAllowed(Collection<String> allowed) {
        return new Refusal(405, "method-not-allowed", "no such method here", null, String.join(", ", allowed));
    }

    static Refusal notFound(String resource) {
        return of(404, "no-such-" + resource, "there is no such " + resource.replace('-', ' '));
    }

    static Refusal unavailable() {
        return of(503, "unavailable", "the database is out of reach");
    }

    static Refusal internal() {
        return of(500, "internal", "internal error");
    }

    Response response() {
        ObjectNode error = Json.object().put("code", code).put("message", getMessage());
        if (field != null) {
            error.put("field", field);
        }
        Response response = Response.json(status, Json.object().set("error", error));
        return allowed == null ? response : response.with("Allow", allowed);
    }
}
