package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes of requests, and of whether they are refused. */
final class Requests {
    private Requests() {}

    /** Changes what these operations are asked. */
    static Defect of(Set<String> operations, UnaryOperator<Request> change) {
        return Defects.around(operations, handler -> request -> handler.handle(change.apply(request)));
    }

    /** Changes what comes over the wire. */
    static Defect arriving(BiConsumer<HttpRequest, Body> change) {
        return new Defect() {
            @Override
            public void arriving(HttpRequest head, Body body) {
                change.accept(head, body);
            }
        };
    }

    /** Keeps JSON bodies however long they are. */
    static Defect unlimited() {
        return new Defect() {
            @Override
            public int bodyLimit(int limit) {
                return limit == BodyKind.JSON.limit() ? Integer.MAX_VALUE : limit;
            }
        };
    }

    /** Refuses some requests before anything else is looked at. */
    static UnaryOperator<Request> refused(Predicate<Request> which, Refusal refusal) {
        return request -> {
            if (which.test(request)) {
                throw refusal;
            }
            return request;
        };
    }

    /** Changes a JSON object. */
    static UnaryOperator<Request> json(Consumer<ObjectNode> change) {
        return request -> {
            if (!(request.json() instanceof ObjectNode body)) {
                return request;
            }
            ObjectNode changed = body.deepCopy();
            change.accept(changed);
            return request.with(changed);
        };
    }

    /** Changes the value of a query parameter where there is one. */
    static UnaryOperator<Request> query(String name, UnaryOperator<String> change) {
        return request -> {
            List<String> values = request.query().parameters().get(name);
            return values == null ? request : request.with(with(request.query(), name, change.apply(values.get(0))));
        };
    }

    static Query with(Query query, String name, String value) {
        Map<String, List<String>> parameters = new HashMap<>(query.parameters());
        parameters.put(name, List.of(value));
        return new Query(parameters);
    }
}
