package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding in the hands of a team: found, looked at again, accepted for a time, and mended. */
class FindingIT {
    private static final int PASSED = 0;
    private static final int ASSERTIONS_FAILED = 2;
    private static final String DEFECT = "implementations.rust.faults=null-left-out";

    @TempDir
    Path reports;

    @Test
    void isReplayedAcceptedAndMended() throws Exception {
        MainJob.Outcome found =
                new MainJob(reports, DEFECT, "checks=api/create-codebase/201/nulls", "ledger.propose=true").run();
        assertThat(found.exitCode()).as(found.console()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(found.notPassed())
                .containsExactlyInAnyOrder(
                        "api.parity both fail", "api.conformance both fail", "schema.compatibility both fail");
        JsonNode absent = finding(found, "null-vs-absent");
        String replay = "replay=" + absent.path("id").asText();
        assertThat(absent.path("example").path("replay").asText()).isEqualTo("mvn gatling:test -Dcrosscheck." + replay);

        MainJob.Outcome again = new MainJob(reports, DEFECT, replay).run();
        assertThat(again.console())
                .contains("replay of " + absent.path("id").asText() + " by api/create-codebase/201/nulls: still there");
        assertThat(again.exitCode()).isEqualTo(ASSERTIONS_FAILED);
        assertThat(finding(again, "null-vs-absent").path("id")).isEqualTo(absent.path("id"));

        Path ledger = reports.resolve("ledger.conf");
        Files.writeString(
                ledger,
                Files.readString(found.folder().path().resolve("ledger-proposed.conf"))
                        .replace("reason=\"\"", "reason=\"until the port has caught up\"")
                        .replace("accepted-by=\"\"", "accepted-by=\"R. Viewer\""));
        MainJob.Outcome accepted = new MainJob(reports, DEFECT, replay, "ledger.file=" + ledger).run();
        assertThat(accepted.notPassed()).as(accepted.console()).isEmpty();
        assertThat(accepted.openFindings()).isEmpty();
        assertThat(finding(accepted, "null-vs-absent").path("status").asText()).isEqualTo("accepted");
        assertThat(accepted.exitCode()).isEqualTo(PASSED);

        MainJob.Outcome mended = new MainJob(reports, replay).run();
        assertThat(mended.console()).contains(": not seen any more");
        assertThat(mended.notPassed()).as(mended.console()).isEmpty();
        assertThat(mended.result().path("findings")).isEmpty();
        assertThat(mended.exitCode()).isEqualTo(PASSED);
    }

    private static JsonNode finding(MainJob.Outcome outcome, String kind) {
        for (JsonNode finding : outcome.result().path("findings")) {
            if (finding.path("kind").asText().equals(kind)) {
                return finding;
            }
        }
        throw new AssertionError(
                "no finding " + kind + " in " + outcome.result().path("findings"));
    }
}
