package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.report.FindingView.Side;
import crosscheck.verdict.Finding;
import org.junit.jupiter.api.Test;

class FindingViewTest {
    @Test
    void cutsBothSidesWhereTheyDiffer() {
        FindingView view = view("{\"a\":1,\"b\":2}", "{\"a\":10,\"b\":2}");

        assertThat(view.python()).isEqualTo(new Side("{\"a\":1", "", ",\"b\":2}", 0));
        assertThat(view.rust()).isEqualTo(new Side("{\"a\":1", "0", ",\"b\":2}", 0));
    }

    @Test
    void aSideThatShowedNothingIsAbsent() {
        FindingView view = view("x", null);

        assertThat(view.python()).isEqualTo(new Side("", "x", "", 0));
        assertThat(view.rust()).isNull();
    }

    @Test
    void neverCutsThroughACharacter() {
        FindingView view = view("a\uD83D\uDE00", "a\uD83D\uDE01");

        assertThat(view.python().different()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void showsOnlyThePartAroundTheDifferenceOfALongText() {
        String alike = "x".repeat(100_000);
        Side side = view(alike + "1" + alike, alike + "2" + alike).python();

        assertThat(side.different()).isEqualTo("1");
        assertThat(side.before().length() + side.after().length()).isLessThan(10_000);
        assertThat(side.omitted())
                .isEqualTo(200_001
                        + 2 * "… ".length()
                        - side.before().length()
                        - side.after().length()
                        - side.different().length());
    }

    private static FindingView view(String python, String rust) {
        return FindingView.of(
                new Finding("id", "api.parity", "", "value", "", python, rust, "open", "", 1, null, null), 4_000);
    }
}
