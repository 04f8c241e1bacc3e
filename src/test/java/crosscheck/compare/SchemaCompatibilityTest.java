package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCompatibilityTest {
    private static final String CODEBASE = "{'name':'a','branch_url':null,'vcs_type':'git','subpath':null,'value':1.5}";

    private final SchemaCompatibility schemas = new SchemaCompatibility(Contract.load());

    @Test
    void findsNothingInWhatTheDocumentAllows() {
        both("get-codebase", CODEBASE, CODEBASE.replace("1.5", "2"));
        both("get-codebase", CODEBASE.replace("1.5", "null"), CODEBASE.replace("1.5", "null"));
        both("list-codebases", "{'items':[" + CODEBASE + "],'total':1}", "{'items':[" + CODEBASE + "],'total':1}");
        both("list-codebases", "{'items':[],'total':0}", "{'items':[],'total':0}");
        both(503, "assign", "{'reason':'queue empty'}", "{'reason':'queue empty'}");
        both(
                422,
                "schedule",
                "{'error':{'code':'x','message':'','field':'a'}}",
                "{'error':{'code':'x','message':'','field':'a'}}");
        both(
                "list-messages",
                "{'items':[{'topic':'run.started','payload':{'run_id':'a','codebase':'a','campaign':'a','worker':'a',"
                        + "'timestamp':'a'}}],'total':1}",
                "{'items':[{'topic':'run.started','payload':{'run_id':'a','codebase':'a','campaign':'a','worker':'a',"
                        + "'timestamp':'a'}}],'total':1}");
        assertThat(schemas.differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'name':'a', | ~~          | missing-required-field | name     | required | absent | required",
                "'value':1.5 | 'value':'x' | type-mismatch          | value    | number | string | null or number",
                "'git'       | null        | type-mismatch          | vcs_type | string | null | null or string",
                "'name'      | 'x':1,'name' | missing-required-field | x       | absent | required | absent"
            })
    void findsWhereRustDiffers(
            String part, String replacement, String kind, String path, String python, String rust, String document) {
        String quote = "\"";
        String body = CODEBASE.replace("'", quote);
        both("get-codebase", body, body.replace(part.replace("'", quote), replacement.replace("'", quote)));
        assertThat(schemas.differences()).singleElement().satisfies(found -> {
            assertThat(found.kind().id()).isEqualTo(kind);
            assertThat(List.of(found.path(), found.python(), found.rust(), found.document()))
                    .containsExactly(path, python, rust, document);
        });
    }

    @Test
    void findsADefectThatBothSidesHave() {
        String without = CODEBASE.replace("'subpath':null,", "");
        both("list-codebases", "{'items':[" + without + "],'total':1.0}", "{'items':[" + without + "],'total':1.0}");
        assertThat(schemas.differences())
                .extracting(found -> found.kind().id() + ' ' + found.path())
                .containsExactly("missing-required-field items[].subpath", "type-mismatch total");
    }

    @Test
    void findsAFieldThatIsOnlySometimesThere() {
        both("get-codebase", CODEBASE, CODEBASE);
        both("get-codebase", CODEBASE, CODEBASE.replace("'subpath':null,", ""));
        assertThat(schemas.differences())
                .containsExactly(new SchemaDifference(
                        SchemaDifference.Kind.MISSING_REQUIRED_FIELD,
                        "get-codebase",
                        200,
                        "subpath",
                        "required",
                        "optional",
                        "required"));
    }

    @Test
    void tellsListsOfFlagsFromListsOfNothing() {
        both(418, "get-codebase", "{'a':[true,false,null],'b':[[1]]}", "{'a':[null,true],'b':[[1.5]]}");
        assertThat(schemas.differences())
                .extracting(found -> found.path() + ' ' + found.python() + ' ' + found.rust() + ' ' + found.document())
                .containsExactly("b[][] integer number null");
    }

    @Test
    void findsWhatOnlyRustsObjectsLack() {
        both("get-codebase", "[]", CODEBASE.replace("'subpath':null,", ""));
        assertThat(schemas.differences())
                .extracting(found -> found.kind().id() + ' ' + found.path())
                .contains("missing-required-field subpath");
    }

    @Test
    void asksNoFieldOfWhatIsNoObject() {
        both("get-codebase", "'x'", "'x'");
        assertThat(schemas.differences())
                .extracting(found -> found.kind().id() + ' ' + found.path())
                .containsExactly("type-mismatch ");
    }

    @Test
    void findsAnEndpointThatOneSideLacks() {
        observe(Implementation.PYTHON, "get-codebase", 200, CODEBASE);
        observe(Implementation.RUST, "get-codebase", 404, "{'error':{'code':'no-such-route','message':''}}");
        assertThat(schemas.differences())
                .extracting(
                        found -> found.kind().id() + ' ' + found.status() + ' ' + found.python() + ' ' + found.rust())
                .containsExactly("missing-endpoint 200 answered absent", "missing-endpoint 404 absent answered");
    }

    private void both(String operation, String python, String rust) {
        both(200, operation, python, rust);
    }

    private void both(int status, String operation, String python, String rust) {
        observe(Implementation.PYTHON, operation, status, python);
        observe(Implementation.RUST, operation, status, rust);
    }

    private void observe(Implementation side, String operation, int status, String body) {
        try {
            schemas.observe(
                    side, operation, status, Json.parse(body.replace('\'', '"')).root());
        } catch (Json.Malformed e) {
            throw new AssertionError(body, e);
        }
    }
}
