package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningSocketsTest {
    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    @Test
    void listenersOfThePortOnThisMachineAreFound() {
        List<String> lines = List.of(
                HEADER,
                line("0100007F:1F90", "0A", 101), // 127.0.0.1:8080
                line("00000000:1F90", "0A", 102), // 0.0.0.0:8080
                line("0100007F:1F91", "0A", 103), // another port
                line("0100007F:1F90", "01", 104), // an established connection
                line("0A01A8C0:1F90", "0A", 105), // 192.168.1.10:8080
                line("0500007F:1F90", "0A", 106)); // 127.0.0.5:8080
        assertThat(ListeningSockets.inodes(lines, 8080)).containsExactly("101", "102", "106");
    }

    @Test
    void listenersOfVersionSixAreFound() {
        List<String> lines = List.of(
                HEADER,
                line("00000000000000000000000001000000:1F90", "0A", 201), // ::1
                line("00000000000000000000000000000000:1F90", "0A", 202), // ::
                line("0000000000000000FFFF00000100007F:1F90", "0A", 203), // ::ffff:127.0.0.1
                line("000080FE00000000FF005450FE8B7A15:1F90", "0A", 204)); // fe80::...
        assertThat(ListeningSockets.inodes(lines, 8080)).containsExactly("201", "202", "203");
    }

    private static String line(String local, String state, int inode) {
        return "   0: " + local + " 00000000:0000 " + state + " 00000000:00000000 00:00000000 00000000  1000        0 "
                + inode + " 1 0000000000000000 100 0 0 10 0";
    }
}
