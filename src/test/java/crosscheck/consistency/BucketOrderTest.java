package crosscheck.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketOrderTest {

    @Test
    void aLowerBucketIsNotServedWhileAHigherHasItems() {
        RequestRecord passing = given(10, 20, "default");
        Check check = check(Map.of("manual", 2L, "default", 5L), given(0, 30, "manual"), passing);

        assertThat(check.violations())
                .containsExactly(new Violation(
                        "assign",
                        Violation.Kind.BUCKET_PASSED_OVER,
                        "an item of bucket default was given while at least 1 of bucket manual were pending",
                        List.of(passing)));
    }

    @ParameterizedTest(name = "{0} given while {1} pends: {2}")
    @CsvSource({
        "webhook, manual, true",
        "reschedule, webhook, true",
        "default, reschedule, true",
        "manual, default, false",
        "webhook, reschedule, false"
    })
    void bucketsHaveTheContractsOrder(String given, String pending, boolean broken) {
        Check check = check(Map.of(given, 1L, pending, 3L), given(0, 10, given));

        assertThat(check.violations()).hasSize(broken ? 1 : 0);
    }

    @Test
    void whoMayHaveTakenTheLastOfTheHigherBucketExcuses() {
        Map<String, Long> one = Map.of("manual", 1L, "default", 5L);
        RequestRecord lower = given(10, 20, "default");

        assertThat(check(one, lower, given(0, 5, "manual")).violations()).isEmpty();
        assertThat(check(one, lower, given(19, 30, "manual")).violations()).isEmpty();
        assertThat(check(one, lower, assign(0, 5, Outcome.TIMEOUT, 0, "")).violations())
                .isEmpty();
        assertThat(check(one, lower, assign(0, 5, Outcome.CONNECTION, 0, "")).violations())
                .isEmpty();
        assertThat(check(one, lower, assign(0, 5, Outcome.WRONG, 500, "")).violations())
                .isEmpty();
        assertThat(check(one, lower, assign(0, 5, Outcome.WRONG, 200, "later")).violations())
                .isEmpty();
    }

    @Test
    void whoAskedAfterTheAnswerOrTookNothingOfTheHigherBucketDoesNot() {
        Map<String, Long> one = Map.of("manual", 1L, "webhook", 5L, "default", 5L);
        RequestRecord lower = given(10, 20, "default");

        assertThat(check(one, lower, given(20, 30, "manual")).violations()).hasSize(1);
        assertThat(check(one, lower, assign(0, 5, Outcome.WRONG, 400, "")).violations())
                .hasSize(1);
        assertThat(check(one, lower, assign(0, 5, Outcome.EMPTY, 503, "")).violations())
                .hasSize(1);
        assertThat(check(one, lower, given(0, 5, "webhook")).violations()).hasSize(2);
    }

    @Test
    void onlyAnswersThatHadAChoiceCount() {
        Check check = check(
                Map.of("manual", 2L, "default", 2L),
                given(0, 10, "manual"),
                given(5, 15, "manual"),
                given(30, 40, "default"),
                given(35, 45, "default"));

        assertThat(check.checked()).isEqualTo(2);
        assertThat(check.collisions()).isEqualTo(2);
        assertThat(check(Map.of("default", 9L), given(0, 10, "default"), given(5, 15, "default"))
                        .collisions())
                .isZero();
    }

    @Test
    void aQueueThatWasNotCountedIsAGap() {
        History history = new History(List.of(given(0, 1, "default")), null, List.of(), null);

        assertThat(BucketOrder.check(history).gap()).contains("not counted");
    }

    /** Requests of a phase before that the server was late to serve take items of this one. */
    @ParameterizedTest(name = "{0} of 5 items of the higher bucket left")
    @CsvSource({"1, false", "0, true"})
    void itemsThatNobodyWasGivenMayHaveBeenTakenBeforeAnyAnswer(long left, boolean kept) {
        RequestRecord passedOver = given(0, 1, "default");
        QueueCount queue =
                new QueueCount(0, Map.of("manual", 5L, "default", 5L), Map.of("manual", left, "default", 4L), 9, 9);

        Check check = BucketOrder.check(new History(List.of(passedOver), queue, List.of(), null));

        assertThat(check.violations().isEmpty()).isEqualTo(kept);
        assertThat(check.gap()).startsWith(5 - left + " items were taken that no request of the phase was given");
    }

    private static Check check(Map<String, Long> pending, RequestRecord... requests) {
        return BucketOrder.check(
                new History(List.of(requests), new QueueCount(0, pending, pending, 9, 9), List.of(), null));
    }

    private static RequestRecord given(long sent, long done, String bucket) {
        return assign(sent, done, Outcome.SUCCESS, 200, bucket);
    }

    private static RequestRecord assign(long sent, long done, Outcome outcome, int status, String bucket) {
        return new RequestRecord(
                0, "queue-assignment", "assign", sent, sent, done, outcome, status, "", 1, "", bucket, 100, 100);
    }
}
