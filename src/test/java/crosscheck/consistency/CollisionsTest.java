package crosscheck.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollisionsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0-10, 0",
        "0-10 10-20, 0",
        "0-11 10-20, 2",
        "0-10 20-30 40-50, 0",
        "0-10 20-41 40-50, 2",
        "0-100 10-20 30-40, 3",
        "0-100 10-20 90-120 110-130 200-210, 4",
        "10-20 0-11, 2"
    })
    void countsWhoeverOverlapsAnother(String requests, long collisions) {
        assertThat(Collisions.count(Arrays.stream(requests.split(" "))
                        .map(CollisionsTest::request)
                        .toList()))
                .isEqualTo(collisions);
    }

    private static RequestRecord request(String fromTo) {
        String[] times = fromTo.split("-");
        long sent = Long.parseLong(times[0]);
        long done = Long.parseLong(times[1]);
        return new RequestRecord(0, "s", "assign", sent, sent, done, Outcome.SUCCESS, 200, "", 1, "", "", 0, 0);
    }
}
