package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.target.ProcessTable.Entry;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTableTest {
    private static final ProcessTable TABLE = new ProcessTable(Map.of(
            1L, new Entry(0, "systemd"),
            10L, new Entry(1, "bash"),
            11L, new Entry(10, "supervisor"),
            20L, new Entry(11, "gunicorn"),
            21L, new Entry(20, "gunicorn"),
            22L, new Entry(20, "sh"),
            23L, new Entry(22, "worker"),
            30L, new Entry(11, "java"),
            40L, new Entry(1, "janitor")));

    @ParameterizedTest
    @CsvSource({
        "21, 11", // up to, not including, the shell
        "40, 40", // init is its parent
        "23, 23", // a shell is between it and the rest
        "99, 99", // gone meanwhile
    })
    void theTopIsBelowShellsAndInit(long pid, long top) {
        assertThat(TABLE.topmost(pid, Set.of())).isEqualTo(top);
    }

    @Test
    void whatStartedSomethingElseAsWellDoesNotCount() {
        assertThat(TABLE.withAncestors(30)).containsExactlyInAnyOrder(30L, 11L, 10L, 1L);
        assertThat(TABLE.topmost(21, TABLE.withAncestors(30))).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42 (java) S 7 42 42 0 -1 | 7 | java
            42 (tmux: server) S 1 42 | 1 | tmux: server
            42 (odd) name) R 8 42 42 | 8 | odd) name
            """)
    void linesOfTheKernelAreRead(String line, long parent, String name) {
        assertThat(Entry.ofStat(line)).isEqualTo(new Entry(parent, name));
    }
}
