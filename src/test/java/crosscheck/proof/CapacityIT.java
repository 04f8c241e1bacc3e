package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Implementation;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search for capacity over live processes, in short phases. */
@Tag("proof")
class CapacityIT {
    private static final String SIMULATION = "CapacitySimulation";

    /** What a queue may grow by in a short phase before it is seen, and the width of the answer. */
    private static final double ABOVE = 1.25;

    @TempDir
    Path reports;

    @ParameterizedTest
    @CsvSource({"throughput-cap, 130", "lock-convoy, 180"})
    void aRateAboveWhichTheTargetFailsIsFound(String fault, double rate) throws Exception {
        MainJob.Outcome outcome = run("implementations.rust.faults=" + fault);

        JsonNode rust = capacity(outcome, Implementation.RUST);
        assertThat(rust.path("value").asDouble()).as(outcome.console()).isBetween(0.85 * rate, ABOVE * rate);
        assertThat(ratio(outcome).path("lower").asDouble()).isLessThan(2);
        assertThat(outcome.notPassed()).as(outcome.console()).containsOnly("capacity.ratio both " + verdict(outcome));
        assertThat(verdict(outcome)).isIn("fail", "inconclusive");
    }

    @Test
    void theSameOnBothSidesHoldsAsMuch() throws Exception {
        MainJob.Outcome outcome = run("aa=rust");

        assertThat(ratio(outcome).path("lower").asDouble())
                .as(outcome.console())
                .isLessThan(1);
        assertThat(ratio(outcome).path("upper").asDouble())
                .as(outcome.console())
                .isGreaterThan(1);
        assertThat(outcome.notPassed()).as(outcome.console()).containsExactly("capacity.ratio both fail");
        assertThat(outcome.openFindings()).isEmpty();
    }

    private MainJob.Outcome run(String setting) throws Exception {
        return MainJob.of(SIMULATION, reports, setting, "capacity.phase.smoke=2s", "capacity.warm-up=4s")
                .run();
    }

    private static JsonNode capacity(MainJob.Outcome outcome, Implementation side) {
        return StreamSupport.stream(
                        outcome.result().path("capacity").path("sides").spliterator(), false)
                .filter(each -> each.path("implementation").asText().equals(side.id()))
                .findFirst()
                .orElseThrow()
                .path("search")
                .path("capacity");
    }

    private static JsonNode ratio(MainJob.Outcome outcome) {
        return outcome.result().path("capacity").path("ratio");
    }

    private static String verdict(MainJob.Outcome outcome) {
        return StreamSupport.stream(outcome.result().path("gates").spliterator(), false)
                .filter(gate -> gate.path("id").asText().equals("capacity.ratio"))
                .map(gate -> gate.path("verdict").asText())
                .findFirst()
                .orElseThrow();
    }
}
