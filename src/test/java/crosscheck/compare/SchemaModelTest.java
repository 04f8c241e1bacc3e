package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import org.junit.jupiter.api.Test;

class SchemaModelTest {
    private static final Contract CONTRACT = Contract.load();

    @Test
    void whatIsBothHasWhatEitherAsks() {
        SchemaModel both = declared("""
                {"allOf": [
                  {"properties": {"a": {"type": "string"}, "b": {"items": {"type": "integer"}}}, "required": ["a"]},
                  {"properties": {"a": {"type": "null"}, "b": {}, "c": {"const": 1}}, "required": ["c"]}]}""");
        assertThat(both.required()).containsExactly("a", "c");
        assertThat(both.properties().get("a").types()).containsExactly("null", "string");
        assertThat(both.properties().get("b").elements().types()).containsExactly("integer");
        assertThat(both.properties().get("c").types()).containsExactly("integer");
    }

    @Test
    void ofAlternativesOnlyWhatAllAskIsAsked() {
        SchemaModel either = declared("""
                {"type": "object", "oneOf": [
                  {"properties": {"a": {}, "b": {}}, "required": ["a", "b"]},
                  {"properties": {"a": {"items": {"type": "number"}}}, "required": ["a"]}]}""");
        assertThat(either.types()).containsExactly("object");
        assertThat(either.required()).containsExactly("a");
        assertThat(either.properties()).containsOnlyKeys("a", "b");
        assertThat(either.properties().get("a").elements().types()).containsExactly("number");
    }

    private static SchemaModel declared(String schema) {
        try {
            return SchemaModel.declared(Json.parse(schema).root(), CONTRACT);
        } catch (Json.Malformed e) {
            throw new AssertionError(schema, e);
        }
    }
}
