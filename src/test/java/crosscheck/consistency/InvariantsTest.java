package crosscheck.consistency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.observation.MessageRecord;
import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestRecord;
import crosscheck.observation.StoredResult;
import crosscheck.observation.StoredResult.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantsTest {

    @Test
    void anItemGivenTwiceIsNamedWithItsRequests() {
        RequestRecord first = assign(0, 10, Outcome.SUCCESS, 200, 1);
        RequestRecord second = assign(5, 12, Outcome.SUCCESS, 200, 1);
        Check check = check(Invariant.SINGLE_ASSIGNMENT, 5, 5, first, second, assign(20, 30, Outcome.SUCCESS, 200, 2));

        assertThat(check.violations())
                .containsExactly(new Violation(
                        "assign",
                        Violation.Kind.ITEM_ASSIGNED_TWICE,
                        "queue item 1 was given to 2 requests",
                        List.of(first, second)));
        assertThat(check.checked()).isEqualTo(2);
        assertThat(check.collisions()).isEqualTo(2);
    }

    @Test
    void anItemWithTheWrongContentWasGivenAllTheSame() {
        Check check = check(
                Invariant.SINGLE_ASSIGNMENT,
                5,
                5,
                assign(0, 10, Outcome.SUCCESS, 200, 1),
                assign(20, 30, Outcome.WRONG, 200, 1));

        assertThat(check.violations()).hasSize(1);
    }

    @Test
    void refusedRequestsAndTimeoutsGiveNoItem() {
        Check check = check(
                Invariant.SINGLE_ASSIGNMENT,
                5,
                5,
                assign(0, 10, Outcome.WRONG, 500, 0),
                assign(20, 30, Outcome.TIMEOUT, 0, 0),
                assign(40, 50, Outcome.EMPTY, 503, 0));

        assertThat(check.violations()).isEmpty();
    }

    @ParameterizedTest(name = "answered {0}, stored {1}: {2}")
    @CsvSource({
        "SUCCESS, 201, WHOLE, ''",
        "SUCCESS, 201, ABSENT, result-lost",
        "SUCCESS, 201, PARTIAL, result-not-whole",
        "WRONG, 201, ABSENT, result-lost",
        "WRONG, 500, WHOLE, ''",
        "WRONG, 500, ABSENT, ''",
        "WRONG, 500, PARTIAL, result-not-whole",
        "TIMEOUT, 0, WHOLE, ''",
        "TIMEOUT, 0, ABSENT, ''",
        "TIMEOUT, 0, PARTIAL, result-not-whole",
        "CONNECTION, 0, ABSENT, ''",
    })
    void whatWasAnsweredAgainstWhatIsStored(Outcome outcome, int status, State state, String kind) {
        History history = new History(
                List.of(submit("r", outcome, status)),
                null,
                List.of(new StoredResult(0, "r", state, "branches")),
                null);

        assertThat(find(Invariant.RESULT_DURABILITY, history).violations())
                .extracting(violation -> violation.kind().id())
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void acceptedResultsThatNobodyLookedUpAreAGap() {
        History history = new History(List.of(submit("r", Outcome.SUCCESS, 201)), null, List.of(), null);
        Check check = find(Invariant.RESULT_DURABILITY, history);

        assertThat(check.violations()).isEmpty();
        assertThat(check.gap()).isEqualTo("1 accepted results were not looked up in the database");
    }

    @ParameterizedTest(name = "{0} {1}: {2} messages")
    @CsvSource({
        "SUCCESS, 201, 1, ''",
        "SUCCESS, 201, 0, completion-message-lost",
        "SUCCESS, 201, 2, completion-message-repeated",
        "WRONG, 409, 1, completion-message-repeated",
        "TIMEOUT, 0, 0, ''",
        "TIMEOUT, 0, 1, ''",
        "TIMEOUT, 0, 2, completion-message-repeated"
    })
    void eachAcceptedResultIsToldOnce(Outcome outcome, int status, int messages, String kind) {
        List<RunMessage> completed = Collections.nCopies(messages, message(10, "run.completed"));
        History history = new History(List.of(submit("r", outcome, status)), null, List.of(), completed);

        assertThat(find(Invariant.ONE_COMPLETION_MESSAGE, history).violations())
                .extracting(violation -> violation.kind().id())
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void messagesOfARunAreInTheOrderOfItsLife() {
        List<RunMessage> early = List.of(
                message(1, "run.started"),
                message(3, "run.completed"),
                message(4, "run.progress"),
                message(5, "publish.completed"));
        History history = new History(List.of(submit("r", Outcome.SUCCESS, 201)), null, List.of(), early);

        Check check = find(Invariant.MESSAGE_ORDER, history);
        assertThat(check.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.text()).isEqualTo("the messages of run r came as started, completed, progress");
            assertThat(violation.requests()).hasSize(1);
        });
        assertThat(check.checked()).isEqualTo(1);
    }

    private static RunMessage message(long atMicros, String topic) {
        return RunMessage.of(new MessageRecord(atMicros, topic, "{\"x\":[{}],\"run_id\":\"r\"}".getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "10 rows, 2 accepted, 1 unknown, 1 refused; {0} rows after: {1}")
    @CsvSource({"9, queue-rows-left", "8, ''", "7, ''", "6, queue-rows-missing"})
    void rowsInQueueAreConserved(long rowsAfter, String kind) {
        History history = new History(
                List.of(
                        submit("a", Outcome.SUCCESS, 201),
                        submit("b", Outcome.WRONG, 201),
                        submit("c", Outcome.TIMEOUT, 0),
                        submit("d", Outcome.WRONG, 409)),
                new QueueCount(0, Map.of("default", 5L), Map.of("default", 5L), 10, rowsAfter),
                List.of(),
                null);

        assertThat(find(Invariant.QUEUE_CONSERVATION, history).violations())
                .extracting(violation -> violation.kind().id())
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void aQueueThatWasNotCountedIsAGap() {
        History history = new History(List.of(assign(0, 1, Outcome.EMPTY, 503, 0)), null, List.of(), null);

        assertThat(find(Invariant.QUEUE_CONSERVATION, history).gap()).contains("not counted");
        assertThat(find(Invariant.NO_FALSE_EMPTY, history).gap()).contains("not counted");
    }

    @Test
    void emptyIsFalseWhileAnItemWasPendingThroughout() {
        RequestRecord empty = assign(10, 20, Outcome.EMPTY, 503, 0);
        Check check = check(Invariant.NO_FALSE_EMPTY, 2, 2, assign(0, 30, Outcome.SUCCESS, 200, 1), empty);

        assertThat(check.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.kind()).isEqualTo(Violation.Kind.FALSE_EMPTY);
            assertThat(violation.requests()).containsExactly(empty);
        });
    }

    @Test
    void emptyIsTrueWhereRequestsUnderWayMayHaveTakenTheLastItem() {
        RequestRecord empty = assign(10, 20, Outcome.EMPTY, 503, 0);

        assertThat(check(Invariant.NO_FALSE_EMPTY, 1, 1, assign(19, 30, Outcome.SUCCESS, 200, 1), empty)
                        .violations())
                .isEmpty();
        assertThat(check(Invariant.NO_FALSE_EMPTY, 1, 1, assign(0, 9, Outcome.TIMEOUT, 0, 0), empty)
                        .violations())
                .isEmpty();
        assertThat(check(Invariant.NO_FALSE_EMPTY, 1, 1, assign(0, 9, Outcome.WRONG, 500, 0), empty)
                        .violations())
                .isEmpty();
    }

    @Test
    void whoAskedAfterTheAnswerOrWasRefusedTookNothingBefore() {
        RequestRecord empty = assign(10, 20, Outcome.EMPTY, 503, 0);

        assertThat(check(Invariant.NO_FALSE_EMPTY, 1, 1, empty, assign(20, 30, Outcome.SUCCESS, 200, 1))
                        .violations())
                .hasSize(1);
        assertThat(check(Invariant.NO_FALSE_EMPTY, 1, 1, empty, assign(0, 9, Outcome.WRONG, 400, 0))
                        .violations())
                .hasSize(1);
    }

    @Test
    void requestsThatOverlapAnyOtherCollide() {
        Check check = check(
                Invariant.SINGLE_ASSIGNMENT,
                9,
                9,
                assign(0, 100, Outcome.SUCCESS, 200, 1),
                assign(10, 20, Outcome.SUCCESS, 200, 2),
                assign(30, 40, Outcome.SUCCESS, 200, 3),
                assign(100, 110, Outcome.SUCCESS, 200, 4));

        assertThat(check.collisions()).isEqualTo(3);
    }

    @Test
    void aLongHistoryOfCorrectClientsBreaksNothing() {
        assertThat(Invariants.check(longHistory(0)))
                .allSatisfy(check -> assertThat(check.violations()).isEmpty())
                .allSatisfy(check -> assertThat(check.gap()).isEmpty())
                .allSatisfy(check -> assertThat(check.collisions()).isGreaterThan(9_000));
    }

    @Test
    void aSingleDoubleAssignmentInALongHistoryIsFound() {
        assertThat(find(Invariant.SINGLE_ASSIGNMENT, longHistory(1)).violations())
                .hasSize(1);
    }

    /**
     * 20,000 assignments of 40 clients out of a queue that runs dry, then "queue empty", an unknown outcome here and there,
     * and results for half of the items.
     */
    private static History longHistory(int assignedTwice) {
        Random random = new Random(42);
        long items = 20_000;
        List<RequestRecord> requests = new ArrayList<>();
        List<StoredResult> results = new ArrayList<>();
        long[] clientFree = new long[40];
        long item = 0;
        while (Arrays.stream(clientFree).min().orElseThrow() < 5_200_000) {
            int client = IntStream.range(0, 40)
                    .boxed()
                    .min((a, b) -> Long.compare(clientFree[a], clientFree[b]))
                    .orElseThrow();
            long sent = clientFree[client];
            long done = sent + 5_000 + random.nextInt(10_000);
            clientFree[client] = done;
            boolean unknown = random.nextInt(1_000) == 0;
            boolean given = item < items && ++item > 0;
            requests.add(
                    unknown
                            ? assign(sent, done, Outcome.TIMEOUT, 0, 0)
                            : given
                                    ? assign(
                                            sent,
                                            done,
                                            Outcome.SUCCESS,
                                            200,
                                            item,
                                            2 * item <= items ? "manual" : "default")
                                    : assign(sent, done, Outcome.EMPTY, 503, 0));
            if (given && !unknown && item % 2 == 0) {
                requests.add(submit("run-" + item, sent, done, Outcome.SUCCESS, 201));
                results.add(new StoredResult(0, "run-" + item, State.WHOLE, ""));
            }
        }
        for (int i = 0; i < assignedTwice; i++) {
            requests.add(assign(1_000, 2_000, Outcome.SUCCESS, 200, 10_001));
        }
        Collections.shuffle(requests, random);
        return new History(
                requests,
                new QueueCount(
                        0,
                        Map.of("manual", items / 2, "default", items / 2),
                        Map.of("manual", items / 2, "default", items / 2),
                        items + 100,
                        items + 100 - results.size()),
                results,
                null);
    }

    private static Check check(Invariant invariant, long pending, long rows, RequestRecord... requests) {
        return find(
                invariant,
                new History(
                        List.of(requests),
                        new QueueCount(0, Map.of("default", pending), Map.of("default", pending), rows, rows),
                        List.of(),
                        null));
    }

    private static Check find(Invariant invariant, History history) {
        return Invariants.check(history).stream()
                .filter(check -> check.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }

    private static RequestRecord assign(long sent, long done, Outcome outcome, int status, long item) {
        return assign(sent, done, outcome, status, item, item == 0 ? "" : "default");
    }

    private static RequestRecord assign(long sent, long done, Outcome outcome, int status, long item, String bucket) {
        return new RequestRecord(
                0, "queue-assignment", "assign", sent, sent, done, outcome, status, "", item, "", bucket, 100, 100);
    }

    private static RequestRecord submit(String run, Outcome outcome, int status) {
        return submit(run, 0, 10, outcome, status);
    }

    private static RequestRecord submit(String run, long sent, long done, Outcome outcome, int status) {
        return new RequestRecord(
                0, "result-submission", "submit-result", sent, sent, done, outcome, status, "", 0, run, "", 100, 100);
    }
}
