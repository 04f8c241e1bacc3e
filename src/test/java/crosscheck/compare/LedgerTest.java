package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);
    private static final FindingId ORDER = new FindingId("api.parity", "list-runs", "order", "items", "");
    private static final FindingId VALUE = new FindingId("api.parity", "list-runs", "value", "items[].value", "");
    private static final String ENTRY = """
            accepted = [{
              suite = api.parity, operation = list-runs, kind = order, path = items
              reason = "sorted by the port, to be undone", accepted-by = "R. Viewer", expires = "2027-03-31"
            }]""";

    @TempDir
    Path folder;

    @Test
    void acceptsWhatAnEntryNamesAndNothingElse() throws IOException {
        Ledger.Judgement judgement = ledger(ENTRY).judge(List.of(ORDER, VALUE), Set.of("list-runs"), LAST_DAY);
        assertThat(judgement.accepted()).containsExactly(ORDER);
        assertThat(judgement.expired()).isEmpty();
        assertThat(judgement.vanished()).isEmpty();
    }

    @Test
    void doesNotAcceptAfterTheLastDay() throws IOException {
        Ledger.Judgement judgement = ledger(ENTRY).judge(List.of(ORDER), Set.of("list-runs"), LAST_DAY.plusDays(1));
        assertThat(judgement.accepted()).isEmpty();
        assertThat(judgement.expired())
                .containsExactly(new Ledger.Entry(ORDER, "sorted by the port, to be undone", "R. Viewer", LAST_DAY));
        assertThat(judgement.vanished()).isEmpty();
    }

    @Test
    void tellsWhatNoLongerOccursWhereItWasLookedFor() throws IOException {
        assertThat(ledger(ENTRY)
                        .judge(List.of(VALUE), Set.of("list-runs"), LAST_DAY)
                        .vanished())
                .hasSize(1);
        assertThat(ledger(ENTRY)
                        .judge(List.of(VALUE), Set.of("get-run"), LAST_DAY)
                        .vanished())
                .isEmpty();
    }

    @Test
    void proposesWhatAPersonHasToComplete() throws IOException {
        String proposed = Ledger.propose(List.of(ORDER, VALUE, ORDER), LAST_DAY);
        assertThatThrownBy(() -> ledger(proposed)).isInstanceOf(RunError.class).hasMessageContaining("reason is empty");

        String completed = proposed.replace("reason=\"\"", "reason=why").replace("accepted-by=\"\"", "accepted-by=who");
        assertThat(ledger(completed).entries())
                .extracting(Ledger.Entry::finding)
                .containsExactly(ORDER, VALUE);
    }

    @Test
    void proposesTheSideOfAPromiseThatOneSideBreaks() throws IOException {
        FindingId rusts = new FindingId("api.conformance", "get-run", "schema", "id", "rust");
        String proposed = Ledger.propose(List.of(rusts), LAST_DAY);
        String completed = proposed.replace("reason=\"\"", "reason=why").replace("accepted-by=\"\"", "accepted-by=who");
        assertThat(ledger(completed).entries()).containsExactly(new Ledger.Entry(rusts, "why", "who", LAST_DAY));
        assertThat(Ledger.propose(List.of(ORDER), LAST_DAY)).doesNotContain("side");
        assertThat(Ledger.empty().entries()).isEmpty();
    }

    @Test
    void givesEachFindingAnIdOfItsOwn() {
        List<FindingId> ids = List.of(
                ORDER,
                new FindingId("data.parity", "list-runs", "order", "items", ""),
                new FindingId("api.parity", "get-run", "order", "items", ""),
                new FindingId("api.parity", "list-runs", "value", "items", ""),
                new FindingId("api.parity", "list-runs", "order", "total", ""),
                new FindingId("api.parity", "list-runs", "order", "items", "rust"),
                new FindingId("api.parity", "list-runs", "orde", "ritems", ""));
        assertThat(ids)
                .extracting(FindingId::fingerprint)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{12}"));
        assertThat(ORDER.fingerprint()).isEqualTo("40e562b06c44");
        assertThat(ids.get(5)).hasToString("api.parity/list-runs/order/items/rust");
    }

    @Test
    void namesAFindingTheSameInEveryRun() {
        Difference today = new Difference(Difference.Kind.VALUE, "items[id=7].value", "items[].value", "1", "2", "");
        Difference tomorrow = new Difference(Difference.Kind.VALUE, "items[id=9].value", "items[].value", "3", "4", "");
        assertThat(FindingId.of("api.parity", "list-runs", today))
                .isEqualTo(FindingId.of("api.parity", "list-runs", tomorrow))
                .hasToString("api.parity/list-runs/value/items[].value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expires = \"2027-03-31\" | expires = soon      | expires = soon is no date like 2027-03-31",
                "expires = \"2027-03-31\" | ''                  | No configuration setting found for key 'expires'",
                "accepted-by = \"R. Viewer\" | accepted-by = \" \" | accepted-by is empty",
                "kind = order             | kind = order, until = never | unknown key until; an entry has [accepted-by,",
                "accepted =               | allowed =           | No configuration setting found for key 'accepted'"
            })
    void saysWhereAndHowAnEntryIsWrong(String part, String replacement, String message) {
        assertThatThrownBy(() -> ledger(ENTRY.replace(part, replacement)))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("ledger.conf")
                .hasMessageContaining(message);
    }

    @Test
    void refusesTheSameFindingTwiceAndAMissingFile() {
        String twice = ENTRY.replace("}]", "}, ") + ENTRY.replace("accepted = [", "");
        assertThatThrownBy(() -> ledger(twice))
                .hasMessageContaining("api.parity/list-runs/order/items is accepted twice");
        assertThatThrownBy(() -> Ledger.read(folder.resolve("none.conf"))).isInstanceOf(RunError.class);
    }

    private Ledger ledger(String text) throws IOException {
        return Ledger.read(Files.writeString(folder.resolve("ledger.conf"), text));
    }
}
