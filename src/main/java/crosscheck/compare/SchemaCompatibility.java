package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.compare.SchemaDifference.Kind;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Schemas inferred from the answers that each side really gave to the same requests, compared with each other and with the
 * document: missing endpoints, missing required fields, type mismatches.
 */
public final class SchemaCompatibility {
    private static final String ABSENT = "absent";

    private record Endpoint(String operation, int status) {}

    private final Contract contract;
    private final Map<Endpoint, Map<Implementation, Set<JsonNode>>> observed =
            new TreeMap<>(Comparator.comparing(Endpoint::operation).thenComparing(Endpoint::status));

    public SchemaCompatibility(Contract contract) {
        this.contract = contract;
    }

    /** Takes a JSON answer into account; what it holds in memory grows with the kinds of answers, not with their number. */
    public void observe(Implementation side, String operation, int status, JsonNode body) {
        observed.computeIfAbsent(new Endpoint(operation, status), key -> new EnumMap<>(Implementation.class))
                .computeIfAbsent(side, key -> new LinkedHashSet<>())
                .add(SchemaModel.outline(body));
    }

    /** Every difference, by operation, status and path. */
    public List<SchemaDifference> differences() {
        List<SchemaDifference> found = new ArrayList<>();
        observed.forEach((endpoint, bySide) -> {
            Set<JsonNode> python = bySide.get(Implementation.PYTHON);
            Set<JsonNode> rust = bySide.get(Implementation.RUST);
            if (python == null || rust == null) {
                found.add(new SchemaDifference(
                        Kind.MISSING_ENDPOINT,
                        endpoint.operation(),
                        endpoint.status(),
                        "",
                        python == null ? ABSENT : "answered",
                        rust == null ? ABSENT : "answered",
                        null));
                return;
            }
            SchemaModel document = contract.response(endpoint.operation(), endpoint.status())
                    .flatMap(ResponseSpec::schema)
                    .map(schema -> SchemaModel.declared(schema, contract))
                    .orElse(null);
            new Walk(endpoint, found)
                    .compare(JsonPath.ROOT, SchemaModel.inferred(python), SchemaModel.inferred(rust), document);
        });
        return found;
    }

    private record Walk(Endpoint endpoint, List<SchemaDifference> found) {

        void compare(JsonPath at, SchemaModel python, SchemaModel rust, SchemaModel document) {
            Set<String> p = types(python, document);
            Set<String> r = types(rust, document);
            boolean allowed = document == null
                    || document.types().isEmpty()
                    || (document.types().containsAll(p) && document.types().containsAll(r));
            if (!p.equals(r) || !allowed) {
                report(Kind.TYPE_MISMATCH, at, text(p), text(r), document == null ? null : text(document.types()));
            }
            compareProperties(at, python, rust, document);
            if (python.elements() != null && rust.elements() != null) {
                SchemaModel declared = document == null ? null : document.elements();
                compare(at.element(""), python.elements(), rust.elements(), declared);
            }
        }

        private void compareProperties(JsonPath at, SchemaModel python, SchemaModel rust, SchemaModel document) {
            Set<String> names = new TreeSet<>(python.properties().keySet());
            names.addAll(rust.properties().keySet());
            if (document != null
                    && (python.types().contains("object") || rust.types().contains("object"))) {
                names.addAll(document.required());
            }
            for (String name : names) {
                String p = presence(python, name);
                String r = presence(rust, name);
                String d = document == null ? null : presence(document, name);
                boolean lacks = "required".equals(d) && !(p.equals(d) && r.equals(d));
                if (!p.equals(r) || lacks) {
                    report(Kind.MISSING_REQUIRED_FIELD, at.property(name), p, r, d);
                }
                SchemaModel inPython = python.properties().get(name);
                SchemaModel inRust = rust.properties().get(name);
                if (inPython != null && inRust != null) {
                    SchemaModel declared =
                            document == null ? null : document.properties().get(name);
                    compare(at.property(name), inPython, inRust, declared);
                }
            }
        }

        private void report(Kind kind, JsonPath at, String python, String rust, String document) {
            found.add(new SchemaDifference(
                    kind, endpoint.operation(), endpoint.status(), at.place(), python, rust, document));
        }

        /** Where the document says number, a whole one may be written either way. */
        private static Set<String> types(SchemaModel observed, SchemaModel document) {
            Set<String> types = new TreeSet<>(observed.types());
            if (document != null && document.types().contains("number") && types.remove("integer")) {
                types.add("number");
            }
            return types;
        }

        private static String presence(SchemaModel model, String name) {
            if (model.required().contains(name)) {
                return "required";
            }
            return model.properties().containsKey(name) ? "optional" : ABSENT;
        }

        private static String text(Set<String> types) {
            return types.isEmpty() ? "any" : String.join(" or ", types);
        }
    }
}
