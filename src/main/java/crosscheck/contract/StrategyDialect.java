package crosscheck.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The dialect of the OpenAPI document: each request follows from the operation's entry there. */
public final class StrategyDialect implements Dialect {
    private final Contract contract;

    public StrategyDialect(Contract contract) {
        this.contract = contract;
    }

    @Override
    public String id() {
        return "strategy";
    }

    @Override
    public RequestSpec request(Call call) {
        Operation operation = contract.operation(call.operation());
        Map<String, String> values = new LinkedHashMap<>(call.parameters());
        Map<String, String> headers = new LinkedHashMap<>();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            String value = values.remove(parameter.name());
            if (value == null) {
                if (parameter.required()) {
                    throw new IllegalArgumentException(operation.id() + " needs " + parameter.name());
                }
                continue;
            }
            switch (parameter.place()) {
                case PATH -> path = path.replace('{' + parameter.name() + '}', encode(value));
                case QUERY -> query.add(encode(parameter.name()) + '=' + encode(value));
                case HEADER -> headers.put(parameter.name(), value);
            }
        }
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(operation.id() + " has no parameter " + values.keySet());
        }
        if (call.body() != null && operation.requestMediaType() != null) {
            headers.put("Content-Type", operation.requestMediaType());
        }
        return new RequestSpec(operation.service(), operation.method(), path + query, headers, call.body());
    }

    /** Form encoding, but with a space as {@code %20}, which means the same in a path and in a query. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
