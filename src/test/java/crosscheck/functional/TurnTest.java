package crosscheck.functional;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Cast;
import crosscheck.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final List<Check> CHECKS = List.of(check("a"), check("b"), check("c"));

    @Test
    void theOrderOfCastsAlternates() {
        assertThat(order(42)).containsExactly("a python", "a rust", "b rust", "b python", "c python", "c rust");
    }

    @Test
    void theSeedSaysWhichOrderIsFirst() {
        assertThat(order(43)).containsExactly("a rust", "a python", "b python", "b rust", "c rust", "c python");
    }

    private static List<String> order(long seed) {
        return Turn.of(CHECKS, seed).stream()
                .map(turn -> turn.check().id() + " " + turn.cast().name())
                .toList();
    }

    private static Check check(String id) {
        return new Check(id, "api.parity", true, Cast.EACH, List.of());
    }
}
