package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseComparisonTest {
    private static final Contract CONTRACT = Contract.load();
    private static final String PYTHON_RUN = "11111111-1111-4111-8111-111111111111";
    private static final String RUST_RUN = "22222222-2222-4222-8222-222222222222";
    private static final DatabaseState SNAPSHOT =
            state("queue", "{'id':1,'status':'pending','run_id':null}", "{'id':2,'status':'pending','run_id':null}");

    private final Minted minted = new Minted();

    @Test
    void tellsAddedChangedAndGoneRowsApart() {
        DatabaseState after = state(
                "queue", "{'id':2,'status':'assigned','run_id':null}", "{'id':3,'status':'pending','run_id':null}");
        DatabaseDelta.Rows queue =
                DatabaseDelta.between(SNAPSHOT, after, CONTRACT).tables().get("queue");
        assertThat(queue.added()).extracting(row -> row.get("id").asInt()).containsExactly(3);
        assertThat(queue.changed())
                .extracting(row -> row.get("status").asText())
                .containsExactly("assigned");
        assertThat(queue.gone()).extracting(row -> row.get("id").asInt()).containsExactly(1);
    }

    @Test
    void seesThatARefusalChangedNothing() {
        assertThat(DatabaseDelta.between(SNAPSHOT, SNAPSHOT, CONTRACT).isEmpty())
                .isTrue();
        assertThat(DatabaseDelta.between(SNAPSHOT, state("queue"), CONTRACT).isEmpty())
                .isFalse();
    }

    @Test
    void mapsMintedIdsInKeysAndColumnsAndAcceptsMintedTimes() {
        Window window = new Window(Instant.parse("2026-11-23T10:00:00Z"), Instant.parse("2026-11-23T10:00:01Z"));
        minted.times().step(window, window);
        minted.ids().learn("run", PYTHON_RUN, RUST_RUN);
        minted.ids().learn("queue-item", "3", "4");
        String added = "{'id':%d,'run_id':'%s','created_at':'2026-11-23T10:00:00.%dZ'}";
        assertThat(differences(
                        state("queue", added.formatted(3, PYTHON_RUN, 1)),
                        state("queue", added.formatted(4, RUST_RUN, 9))))
                .isEmpty();
        assertThat(differences(
                        state("queue", added.formatted(3, PYTHON_RUN, 1)),
                        state("queue", added.formatted(4, PYTHON_RUN, 9))))
                .containsExactly("value queue.added[id=3].run_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'run_id':'a','role':'x','name':'n'}  | {'run_id':'a','role':'x','name':'m'}  | value run_branch.added[run_id=a,role=x].name",
                "{'run_id':'a','role':'x'} | {'run_id':'a','role':'y'} | missing run_branch.added[run_id=a,role=x], extra run_branch.added[run_id=a,role=y]"
            })
    void namesRowAndColumn(String python, String rust, String expected) {
        assertThat(String.join(", ", differences(state("run_branch", python), state("run_branch", rust))))
                .isEqualTo(expected);
    }

    @Test
    void hasNoOrderOfRows() {
        DatabaseState python = state("campaign", "{'name':'a','command':'x'}", "{'name':'b','command':'y'}");
        DatabaseState rust = state("campaign", "{'name':'b','command':'y'}", "{'name':'a','command':'x'}");
        assertThat(differences(python, rust)).isEmpty();
    }

    @Test
    void findsARowThatOneSideAloneLeftBehind() {
        DatabaseState before = state("run_artifact", "{'run_id':'a','name':'log','size':1}");
        DatabaseDelta deleted = DatabaseDelta.between(before, state("run_artifact"), CONTRACT);
        DatabaseDelta kept = DatabaseDelta.between(before, before, CONTRACT);
        assertThat(new DatabaseComparison(CONTRACT).compare(deleted, kept, minted))
                .extracting(d -> d.kind().id() + ' ' + d.place())
                .containsExactly("missing run_artifact.gone[]");
    }

    private List<String> differences(DatabaseState python, DatabaseState rust) {
        DatabaseState empty = new DatabaseState(Map.of());
        return new DatabaseComparison(CONTRACT)
                        .compare(
                                DatabaseDelta.between(empty, python, CONTRACT),
                                DatabaseDelta.between(empty, rust, CONTRACT),
                                minted)
                        .stream()
                        .map(difference -> difference.kind().id() + ' ' + difference.path())
                        .toList();
    }

    private static DatabaseState state(String table, String... rows) {
        List<JsonNode> parsed = new ArrayList<>();
        for (String row : rows) {
            try {
                parsed.add(Json.parse(row.replace('\'', '"')).root());
            } catch (Json.Malformed e) {
                throw new AssertionError(row, e);
            }
        }
        return new DatabaseState(Map.of(table, parsed));
    }
}
