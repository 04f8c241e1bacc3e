package crosscheck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.RunError;
import crosscheck.configuration.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {
    private static final Settings.Data DEFAULT = new Settings.Data(100, 10, 1000, 50);
    private static final List<CopyTable> TABLES = Dataset.generate(DEFAULT, 42).tables();
    private static final List<Map<String, String>> RUNS = Bytes.rows(TABLES, "run");

    @Test
    void hasTheStrategysSizes() {
        assertThat(Bytes.rows(TABLES, "codebase")).hasSize(100);
        assertThat(RUNS).hasSize(1000);
        assertThat(Bytes.rows(TABLES, "queue")).hasSize(50);
        assertThat(Bytes.rows(TABLES, "campaign"))
                .hasSize(10)
                .extracting(row -> row.get("name"))
                .contains("lintian-fixes", "new-upstream");
    }

    @Test
    void bytesFollowFromTheSeed() {
        assertThat(sha256(42)).isEqualTo("7fa3a07b773964df7feb87aad897c1f88b1198f865be59977f1eb17e531e3143");
        assertThat(sha256(43)).isNotEqualTo(sha256(42));
    }

    @Test
    void runsAreSortedByStartTime() {
        assertThat(RUNS)
                .extracting(row -> Instant.parse(row.get("start_time")))
                .isSorted()
                .allMatch(start -> start.toString().startsWith("2024-"));
    }

    @Test
    void everyRunFieldIsThere() {
        assertThat(RUNS).extracting(row -> row.get("id")).doesNotHaveDuplicates();
        assertThat(RUNS).allSatisfy(row -> {
            assertThat(row.get("id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(row).containsEntry("status", "completed");
            assertThat(row.get("description"))
                    .isEqualTo("Test run for " + row.get("codebase") + " - " + row.get("campaign"));
            assertThat(Double.parseDouble(row.get("value"))).isBetween(0.0, 1000.0);
            assertThat(json(row.get("result")).isObject()).isTrue();
            assertThat(row.get("logfilenames")).matches("\\{\"[0-9a-f-]{36}\\.log\"}");
        });
        for (String column : List.of("context", "instigated_context")) {
            Map<Boolean, List<Map<String, String>>> absent = RUNS.stream()
                    .collect(Collectors.partitioningBy(row -> row.get(column).equals("\\N")));
            assertThat(absent.get(true)).isNotEmpty();
            assertThat(absent.get(false)).isNotEmpty().allMatch(row -> json(row.get(column))
                    .has("suite"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lintian-fixes, 0.8, 300, 1800, build-failed, 60, 300",
        "new-upstream, 0.6, 1800, 7200, upstream-not-found, 300, 900",
        "cme-fix, 1.0, 300, 3600, none, 0, 0"
    })
    void outcomesAreTheStrategys(
            String campaign, double rate, long from, long to, String failure, long failureFrom, long failureTo) {
        Dataset large = Dataset.generate(new Settings.Data(100, 10, 5_000, 50), 42);
        List<Map<String, String>> runs = Bytes.rows(large.tables(), "run").stream()
                .filter(row -> row.get("campaign").equals(campaign))
                .toList();
        Map<String, List<Map<String, String>>> byCode =
                runs.stream().collect(Collectors.groupingBy(row -> row.get("result_code")));
        assertThat(byCode.keySet()).isSubsetOf("success", failure);
        assertThat((double) byCode.get("success").size() / runs.size()).isCloseTo(rate, within(0.06));
        assertThat(byCode.get("success"))
                .extracting(DatasetTest::seconds)
                .allMatch(seconds -> seconds >= from && seconds < to);
        assertThat(byCode.getOrDefault(failure, List.of()))
                .extracting(DatasetTest::seconds)
                .allMatch(seconds -> seconds >= failureFrom && seconds < failureTo);
    }

    @Test
    void branchesBelongToSuccessfulRuns() {
        Map<String, String> codes =
                RUNS.stream().collect(Collectors.toMap(row -> row.get("id"), row -> row.get("result_code")));
        List<Map<String, String>> branches = Bytes.rows(TABLES, "run_branch");
        assertThat(branches).allSatisfy(branch -> {
            assertThat(codes).containsEntry(branch.get("run_id"), "success");
            assertThat(branch.get("revision")).matches("[0-9a-f]{40}");
        });
        assertThat(branches).extracting(branch -> branch.get("role")).contains("main", "upstream", "pristine-tar");
    }

    @Test
    void onlyOneItemIsPendingForEachCodebaseAndCampaign() {
        List<CopyTable> full =
                Dataset.generate(new Settings.Data(7, 10, 1, 70), 1).tables();
        for (List<CopyTable> tables : List.of(TABLES, full)) {
            assertThat(Bytes.rows(tables, "queue"))
                    .extracting(row -> row.get("codebase") + " " + row.get("campaign"))
                    .doesNotHaveDuplicates();
        }
        assertThat(Bytes.rows(TABLES, "queue"))
                .extracting(row -> row.get("bucket"))
                .contains("manual", "webhook", "reschedule", "default");
    }

    @Test
    void moreItemsThanPairsAreRefused() {
        assertThatThrownBy(() -> Dataset.generate(new Settings.Data(5, 10, 1, 51), 42))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("crosscheck.data.queue-items = 51");
    }

    private static String sha256(long seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (CopyTable table : Dataset.generate(DEFAULT, seed).tables()) {
            bytes.writeBytes((table.name() + "(" + table.columns() + ")\n").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(Bytes.of(table));
        }
        return Bytes.sha256(bytes.toByteArray());
    }

    private static long seconds(Map<String, String> run) {
        return Duration.between(Instant.parse(run.get("start_time")), Instant.parse(run.get("finish_time")))
                .toSeconds();
    }

    private static JsonNode json(String field) {
        try {
            return new ObjectMapper().readTree(field.replace("\\\\", "\\"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
