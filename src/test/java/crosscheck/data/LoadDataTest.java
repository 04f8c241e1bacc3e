package crosscheck.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadDataTest {
    private static final LoadData LOAD =
            new LoadData(Campaign.first(10), 1005, 30, Instant.parse("2026-01-01T00:00:00Z"), 42);
    private static final List<Map<String, String>> QUEUE = Bytes.rows(LOAD.tables(), "queue");

    @Test
    void codebasesHaveAPrefixOfTheirOwn() {
        assertThat(Bytes.rows(LOAD.tables(), "codebase"))
                .hasSize(101)
                .extracting(row -> row.get("name"))
                .allMatch(name -> name.matches("load-\\d{6}"))
                .startsWith("load-000001");
    }

    @Test
    void pendingItemsAreOneForEachCodebaseAndCampaign() {
        assertThat(QUEUE.stream().filter(row -> row.get("status").equals("pending")))
                .extracting(row -> row.get("codebase") + " " + row.get("campaign"))
                .hasSize(1005)
                .doesNotHaveDuplicates();
    }

    @Test
    void assignedItemsHaveTheirRunningRuns() {
        List<String> runs = LOAD.runs().stream().map(UUID::toString).toList();
        assertThat(runs).hasSize(30).doesNotHaveDuplicates();
        assertThat(QUEUE.stream().filter(row -> row.get("status").equals("assigned")))
                .extracting(row -> row.get("run_id"))
                .containsExactlyElementsOf(runs);
        assertThat(Bytes.rows(LOAD.tables(), "run"))
                .allMatch(row -> row.get("status").equals("running"))
                .extracting(row -> row.get("id"))
                .containsExactlyElementsOf(runs);
    }
}
