package crosscheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values of a field as its schema tells them apart, JSON by what is special about it.
 *
 * @param accepted of the right shape
 * @param refused of the wrong shape
 */
record Variants(Map<String, String> accepted, Map<String, String> refused) {
    private static final BigDecimal LARGEST_EXACT = new BigDecimal("1e19");
    private static final Map<String, String> BY_TYPE = Map.of(
            "string", "\"text\"",
            "number", "1.5",
            "boolean", "true",
            "array", "[]",
            "object", "{}");
    private static final List<String> NUMBERS = List.of("0", "1", "0.1", "1e2", "15e-1", "5e-324", "-1.5");
    private static final String UPPER_CASE_UUID = "ABCDEF00-0000-4000-8000-000000000000";
    private static final int LONG = 100_000;

    /** Names come back in paths and headers, whose length is limited elsewhere. */
    private static final int LONG_NAME = 500;

    static Variants of(Contract contract, JsonNode type) {
        JsonNode schema = Samples.resolved(contract, type);
        List<String> types = Samples.types(schema);
        Variants variants = new Variants(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (types.isEmpty()) {
            variants.addAny();
            return variants;
        }
        variants.add(types.contains("null"), "null", "null");
        BY_TYPE.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(other -> {
            if (!types.contains(other.getKey())
                    && !(types.contains("integer") && other.getKey().equals("number"))) {
                variants.refused.put("is-" + other.getKey(), other.getValue());
            }
        });
        if (types.contains("string")) {
            variants.addTexts(schema);
        } else if (types.contains("number") || types.contains("integer")) {
            variants.addNumbers(schema, types.contains("integer"));
        } else if (types.contains("array")) {
            variants.addElements(contract, schema.path("items"));
        } else if (types.contains("object")) {
            variants.addMembers(contract, schema);
        }
        return variants;
    }

    private void add(boolean isAccepted, String what, String json) {
        (isAccepted ? accepted : refused).put(what, json);
    }

    private void addAny() {
        BY_TYPE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(type -> accepted.put("is-" + type.getKey(), type.getValue()));
        accepted.put("null", "null");
        accepted.put("nested", "{\"a\": [{\"b\": null}, [[]], 1.50, \"\\u00e9\"]}");
        refused.put("nul", "\"\\u0000\"");
        refused.put("out-of-range", "1e400");
    }

    private void addTexts(JsonNode schema) {
        refused.put("nul", "\"a\\u0000b\"");
        if (schema.has("enum")) {
            schema.get("enum").forEach(value -> accepted.put("is-" + value.asText(), value.toString()));
            refused.put("unknown", "\"unknown\"");
            refused.put("empty", "\"\"");
            refused.put("upper-case", Body.quoted(Samples.text(schema).toUpperCase(Locale.ROOT)));
            return;
        }
        boolean anyText =
                !schema.has("format") && "a b".matches(schema.path("pattern").asText(".*"));
        add(anyText && !schema.has("minLength"), "empty", "\"\"");
        if (anyText) {
            accepted.put("unicode", Body.quoted("na\u00efve \u5305 \ud83e\udd80 e\u0301"));
            accepted.put("blank", "\" \"");
            accepted.put("long", Body.quoted("x".repeat(schema.has("minLength") ? LONG_NAME : LONG)));
        } else {
            refused.put("no-match", "\"no match\"");
            refused.put("upper-case", Body.quoted(UPPER_CASE_UUID));
        }
    }

    private void addNumbers(JsonNode schema, boolean integer) {
        refused.put("as-text", "\"1\"");
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most = schema.path("maximum").decimalValue();
        for (String number : NUMBERS) {
            BigDecimal value = new BigDecimal(number);
            boolean inRange = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
            if (!integer || number.matches("[0-9]+") || number.contains(".")) {
                add(inRange && (!integer || number.matches("[0-9]+")), "is-" + number, number);
            }
        }
        if (most.compareTo(LARGEST_EXACT) < 0) {
            accepted.put("least", least.toPlainString());
            accepted.put("most", most.toPlainString());
            refused.put("below", least.subtract(BigDecimal.ONE).toPlainString());
            refused.put("above", most.add(BigDecimal.ONE).toPlainString());
        }
        refused.put("out-of-range", "1e400");
        refused.put("out-of-range-below", "-1e400");
    }

    private void addElements(Contract contract, JsonNode items) {
        Variants element = of(contract, items);
        accepted.put("empty", "[]");
        element.accepted.forEach((what, json) -> accepted.put("0." + what, "[" + json + "]"));
        element.refused.forEach((what, json) -> refused.put("0." + what, "[" + json + "]"));
    }

    private void addMembers(Contract contract, JsonNode schema) {
        Body smallest = Samples.body(contract, schema);
        accepted.put("smallest", smallest.toString());
        accepted.put("unknown-member", smallest.json("unknown", "[1]").toString());
        schema.path("required")
                .forEach(field -> refused.put(
                        field.asText() + ".missing",
                        smallest.without(field.asText()).toString()));
        schema.path("properties").properties().forEach(member -> {
            Variants values = of(contract, member.getValue());
            String field = member.getKey();
            values.accepted.forEach((what, json) ->
                    accepted.put(field + "." + what, smallest.json(field, json).toString()));
            values.refused.forEach((what, json) ->
                    refused.put(field + "." + what, smallest.json(field, json).toString()));
        });
    }
}
