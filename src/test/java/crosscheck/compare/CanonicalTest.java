package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values pair if and only if their canonical texts are the same. */
class CanonicalTest {
    private static final String PYTHON_RUN = "11111111-1111-4111-8111-111111111111";
    private static final String RUST_RUN = "22222222-2222-4222-8222-222222222222";
    private static final Shape ROW = new Shape.Fields(Map.of(
            "id", new Shape.Id("item"),
            "run_id", new Shape.Id("run"),
            "at", new Shape.Time(false),
            "value", new Shape.Numeric(),
            "message", new Shape.Opaque(),
            "duration", new Shape.Elapsed(),
            "list", new Shape.Elements(List.of(), true, new Shape.Numeric())));

    private final Minted minted = new Minted();

    @BeforeEach
    void handOut() {
        Instant ten = Instant.parse("2026-11-23T10:00:00Z");
        minted.times().step(new Window(ten, ten.plusSeconds(1)), new Window(ten.plusSeconds(60), ten.plusSeconds(61)));
        minted.ids().learn("run", PYTHON_RUN, RUST_RUN);
        minted.ids().learn("item", "7", "9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1,'b':[true,null,'x']} | {'b':[true,null,'x'],'a':1}",
                "{'id':7}                    | {'id':9}",
                "{'run_id':'P'}              | {'run_id':'R'}",
                "{'text':'run P'}            | {'text':'run R'}",
                "{'at':'2026-11-23T10:00:00.5Z'} | {'at':'2026-11-23T10:01:00.25Z'}",
                "{'at':'2020-01-01T00:00:00Z'} | {'at':'2020-01-01T00:00:00.0Z'}",
                "{'value':2}                 | {'value':2.0}",
                "{'list':[2]}                | {'list':[2.0]}",
                "{'x':1.50}                  | {'x':1.5}",
                "{'message':'one'}           | {'message':'other'}",
                "{'duration':1}              | {'duration':2}"
            })
    void equalValuesPair(String python, String rust) {
        assertThat(text(python, true)).isEqualTo(text(rust, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'id':7}                    | {'id':7}",
                "{'id':7}                    | {'id':8}",
                "{'run_id':'P'}              | {'run_id':'P'}",
                "{'text':'run P'}            | {'text':'run P'}",
                "{'at':'2026-11-23T10:00:00.5Z'} | {'at':'2026-11-23T10:00:00.5Z'}",
                "{'at':'2020-01-01T00:00:00Z'} | {'at':'2020-01-01T00:00:01Z'}",
                "{'x':2}                     | {'x':2.0}",
                "{'x':[2]}                   | {'x':[2.0]}",
                "{'x':1.5}                   | {'x':1.6}",
                "{'value':2}                 | {'value':3}",
                "{'message':'one'}           | {'message':null}",
                "{'x':null}                  | {'x':'null'}",
                "{'x':true}                  | {'x':false}",
                "{'x':'1'}                   | {'x':1}",
                "{'a':1,'b':2}               | {'a':1}",
                "{'a':{'b':1}}               | {'a':1,'b':1}",
                "{'a':1,'b':2}               | {'b':1,'a':2}",
                "[[1],[2]]                   | [[1,2]]",
                "[[1,2],[3]]                 | [[1],[2,3]]",
                "[12]                        | [1,2]",
                "['a,','b']                  | ['a',',b']",
                "[1,[]]                      | [[1]]",
                "[{},1]                      | [{'a':1}]"
            })
    void otherValuesDoNot(String python, String rust) {
        assertThat(text(python, true)).isNotEqualTo(text(rust, false));
    }

    @Test
    void otherNamesAreOtherIds() {
        assertThat(text("{'text':'7'}", true)).isEqualTo(text("{'text':'7'}", false));
    }

    private String text(String json, boolean python) {
        try {
            JsonNode node = Json.parse(
                            json.replace('\'', '"').replace("P", PYTHON_RUN).replace("R", RUST_RUN))
                    .root();
            return new Canonical(minted, python).text(ROW, node);
        } catch (Json.Malformed e) {
            throw new AssertionError(json, e);
        }
    }
}
