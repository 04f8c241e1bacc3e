package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonComparisonTest {
    private static final Shape NUMBERS = new Shape.Fields(Map.of("value", new Shape.Numeric()));
    private static final Shape BY_NAME = new Shape.Elements(List.of("name"), true, Shape.EXACT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1,'b':[true,null]} | { 'b' : [ true, null ], 'a' : 1 }",
                "1.5      | 1.50",
                "1.5      | 15e-1",
                "0.1e1    | 1.0",
                "-0.0     | 0.0",
                "'ü/'     | '\\u00fc\\/'",
                "1e1000000000 | 10.0e999999999",
                "12345678901234567890123 | 12345678901234567890123"
            })
    void takesOtherSpellingsForEqual(String python, String rust) {
        assertThat(differences(Shape.EXACT, python, rust)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1}         | {}              | missing        | a",
                "{}              | {'a':1}         | extra          | a",
                "{'a':null}      | {}              | null-vs-absent | a",
                "{}              | {'a':null}      | null-vs-absent | a",
                "{'a':null}      | {'a':0}         | type           | a",
                "{'a':1}         | {'a':'1'}       | type           | a",
                "{'a':[]}        | {'a':{}}        | type           | a",
                "{'a':1}         | {'a':1.0}       | type           | a",
                "{'a':false}     | {'a':true}      | value          | a",
                "{'a':1}         | {'a':2}         | value          | a",
                "{'a':0.1}       | {'a':0.10000000000000000001} | value | a",
                "{'a':9007199254740992} | {'a':9007199254740993} | value | a",
                "{'a':'x'}       | {'a':'x '}      | value          | a",
                "{'a':'\\u00e9'}  | {'a':'e\\u0301'}   | value          | a",
                "{'a':{'b':[{}]}} | {'a':{'b':[{'c':1}]}} | extra   | a.b[0].c",
                "{'t':'2026-01-01T00:00:00.5Z'} | {'t':'2026-01-01T00:00:00.50Z'} | value | t"
            })
    void namesKindAndPath(String python, String rust, String kind, String path) {
        assertThat(differences(Shape.EXACT, python, rust))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly(kind + ' ' + path);
    }

    @ParameterizedTest
    @CsvSource({"2.0, 2", "2e0, 2.0", "100, 1e2"})
    void takesANumberFieldByValueHoweverItIsWritten(String python, String rust) {
        assertThat(differences(NUMBERS, "{'value':" + python + '}', "{'value':" + rust + '}'))
                .isEmpty();
        assertThat(differences(NUMBERS, "{'value':" + python + '}', "{'value':3}"))
                .hasSize(1);
    }

    @Test
    void reportsEveryDifference() {
        assertThat(differences(Shape.EXACT, "{'a':1,'b':[1,2,3],'c':{'d':null}}", "{'a':2,'b':[1,9,3],'c':{},'e':1}"))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly("value a", "value b[1]", "null-vs-absent c.d", "extra e");
    }

    @Test
    void showsBothValuesAndCutsLongOnes() {
        Difference found = differences(Shape.EXACT, "{'a':'" + "x".repeat(1000) + "'}", "{'a':'y'}")
                .get(0);
        assertThat(found.python()).startsWith("\"xxx").endsWith("… (1002 characters)");
        assertThat(found.rust()).isEqualTo("\"y\"");
    }

    @Test
    void showsAValueWholeUpToFiveHundredCharacters() {
        String longest = "x".repeat(498);
        assertThat(differences(Shape.EXACT, "'" + longest + "'", "'y'").get(0).python())
                .isEqualTo('"' + longest + '"');
        assertThat(differences(Shape.EXACT, "'" + longest + "x'", "'y'").get(0).python())
                .endsWith("… (501 characters)");
    }

    @Test
    void namesTheTypesThatDiffer() {
        assertThat(differences(Shape.EXACT, "{'a':null,'b':true}", "{'a':1,'b':[]}"))
                .extracting(Difference::rule)
                .containsExactly("null against number", "boolean against array");
    }

    @Test
    void showsWhichElementsChangedPlaces() {
        Difference unkeyed = differences(Shape.EXACT, "[7,8,9]", "[8,7,9]").get(0);
        assertThat(unkeyed.python()).isEqualTo("\"[7, 8, 9]\"");
        Difference keyed =
                differences(BY_NAME, "[{'name':'a'},{'name':'b'}]", "[{'name':'b'},{'name':'x'},{'name':'a'}]").stream()
                        .filter(found -> found.kind() == Difference.Kind.ORDER)
                        .findFirst()
                        .orElseThrow();
        assertThat(keyed.python()).isEqualTo("\"[name=a, name=b]\"");
        assertThat(keyed.rust()).isEqualTo("\"[name=b, name=a]\"");
    }

    @Test
    void doesNotTrustAKeyThatIsNotAlwaysThere() {
        assertThat(differences(BY_NAME, "[{'name':'a'},{}]", "[{'name':'a'},{'x':1}]"))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly("extra [1].x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{'id':7} | {'id':8}", "{'id':7} | {'id':7}", "{'id':1} | {'id':2}", "{'id':'a'} | {'id':'b'}"})
    void findsAnIdThatIsNotTheOneHandedOut(String python, String rust) {
        Minted minted = new Minted();
        minted.ids().learn("item", "7", "9");
        Shape shape = new Shape.Fields(Map.of("id", new Shape.Id("item")));
        assertThat(JsonComparison.differences(shape, JsonPath.ROOT, json(python), json(rust), minted))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly("value id");
        assertThat(JsonComparison.differences(shape, JsonPath.ROOT, json("{'id':7}"), json("{'id':9}"), minted))
                .isEmpty();
    }

    @Test
    void takesWholeSecondsForIntegersOnly() {
        Shape elapsed = new Shape.Fields(Map.of("duration", new Shape.Elapsed()));
        assertThat(differences(elapsed, "{'duration':1}", "{'duration':1.0}"))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly("type duration");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1,2,3]     | [2,1,3]     | order ~",
                "[1,1,3]     | [1,3,3]     | missing [1], extra [2]",
                "[1,2]       | [1,2,3]     | length ~, extra [2]",
                "[1,2,3,4]   | [1,3,4]     | length ~, missing [1]",
                "[1,2,3]     | [2,3,4]     | missing [0], extra [2]",
                "[1,2,3]     | [1,9,3]     | value [1]",
                "[[1,2],[3]] | [[2,1],[3]] | order [0]"
            })
    void tellsOrderLengthAndContentOfListsApart(String python, String rust, String expected) {
        String[] all = expected.replace("~", "").split(",");
        assertThat(differences(Shape.EXACT, python, rust))
                .extracting(d -> (d.kind().id() + ' ' + d.path()).strip())
                .containsExactlyInAnyOrder(Arrays.stream(all).map(String::strip).toArray(String[]::new));
    }

    @Test
    void pairsElementsByTheirKey() {
        assertThat(differences(
                        BY_NAME,
                        "[{'name':'a','size':1},{'name':'b','size':2},{'name':'c','size':3}]",
                        "[{'name':'c','size':3},{'name':'a','size':9},{'name':'d','size':2}]"))
                .extracting(d -> (d.kind().id() + ' ' + d.path()).strip())
                .containsExactly("order", "value [name=a].size", "missing [name=b]", "extra [name=d]");
    }

    @Test
    void doesNotTrustAKeyThatIsThereTwice() {
        assertThat(differences(BY_NAME, "[{'name':'a'},{'name':'a'}]", "[{'name':'a'},{'name':'a','size':1}]"))
                .extracting(d -> d.kind().id() + ' ' + d.path())
                .containsExactly("extra [1].size");
    }

    @Test
    void leavesKeysOutOfThePlace() {
        Difference found = differences(BY_NAME, "[{'name':'a','x':[1]}]", "[{'name':'a','x':[2]}]")
                .get(0);
        assertThat(found.path()).isEqualTo("[name=a].x[0]");
        assertThat(found.place()).isEqualTo("[].x[]");
    }

    private static List<Difference> differences(Shape shape, String python, String rust) {
        return JsonComparison.differences(shape, JsonPath.ROOT, json(python), json(rust), new Minted());
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"')).root();
        } catch (Json.Malformed e) {
            throw new AssertionError(text, e);
        }
    }
}
