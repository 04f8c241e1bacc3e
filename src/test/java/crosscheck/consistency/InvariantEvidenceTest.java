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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an invariant rests on: how much was checked, who collided, and what it says of a violation. */
class InvariantEvidenceTest {
    private static final RequestRecord EMPTY = request("assign", "", 10, 20, Outcome.EMPTY, 503);

    @Test
    void anInvariantIsAGateOfItsName() {
        assertThat(Invariant.SINGLE_ASSIGNMENT.id()).isEqualTo("single-assignment");
        assertThat(Invariant.SINGLE_ASSIGNMENT.gate()).isEqualTo("invariant.single-assignment");
    }

    @ParameterizedTest(name = "{0} pending, {1} assigned at the moment of the answer")
    @CsvSource({"1, 1, 1", "1, 3, 1", "2, 2, 2"})
    void whoAskedAtTheMomentOfTheAnswerTookNothing(long pending, int together, int left) {
        List<RequestRecord> requests =
                new ArrayList<>(Collections.nCopies(together, request("assign", "", 20, 30, Outcome.SUCCESS, 200)));
        requests.add(EMPTY);

        assertThat(find(
                                Invariant.NO_FALSE_EMPTY,
                                history(
                                        requests,
                                        new QueueCount(
                                                0, Map.of("default", pending), Map.of("default", pending), 9, 9)))
                        .violations())
                .extracting(Violation::text)
                .containsExactly("\"queue empty\" was answered while at least " + left + " items were pending");
    }

    @Test
    void answersOfOtherOperationsGiveNoItem() {
        RequestRecord given = request("assign", "", 0, 10, Outcome.SUCCESS, 200);
        RequestRecord shown = request("get-queue-item", "", 20, 30, Outcome.SUCCESS, 200);

        assertThat(find(Invariant.SINGLE_ASSIGNMENT, history(List.of(given, shown), null))
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} unknown")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 10 rows and 1 accepted results leave 9 rows in queue, there are 11",
                "2 | 10 rows and 1 accepted results leave between 7 and 9 rows in queue, there are 11"
            })
    void aQueueSaysWhatWasPromised(int unknown, String text) {
        List<RequestRecord> requests =
                new ArrayList<>(Collections.nCopies(unknown, request("submit-result", "r", 0, 10, Outcome.TIMEOUT, 0)));
        requests.add(request("submit-result", "r", 0, 10, Outcome.WRONG, 201));
        requests.add(request("submit-result", "r", 0, 10, Outcome.WRONG, 409));
        Check check = find(
                Invariant.QUEUE_CONSERVATION,
                history(requests, new QueueCount(0, Map.of("default", 5L), Map.of("default", 5L), 10, 11)));

        assertThat(check.violations()).extracting(Violation::text).containsExactly(text);
        assertThat(check.checked()).isEqualTo(10);
    }

    @Test
    void assignmentsAndResultsCollideEachAmongThemselves() {
        History history = new History(
                List.of(
                        request("assign", "", 0, 10, Outcome.SUCCESS, 200),
                        request("assign", "", 5, 15, Outcome.SUCCESS, 200),
                        request("submit-result", "a", 8, 12, Outcome.SUCCESS, 201),
                        request("submit-result", "b", 20, 30, Outcome.SUCCESS, 201),
                        request("submit-result", "c", 25, 35, Outcome.SUCCESS, 201)),
                new QueueCount(0, Map.of("default", 2L), Map.of("default", 2L), 5, 2),
                List.of(),
                List.of());

        assertThat(find(Invariant.QUEUE_CONSERVATION, history).collisions()).isEqualTo(4);
        assertThat(find(Invariant.MESSAGE_ORDER, history).collisions()).isEqualTo(4);
        assertThat(find(Invariant.ONE_COMPLETION_MESSAGE, history).collisions()).isEqualTo(2);
        assertThat(find(Invariant.ONE_COMPLETION_MESSAGE, history).checked()).isEqualTo(3);
    }

    @Test
    void whatWasLookedUpLastIsWhatIsStored() {
        RequestRecord accepted = request("submit-result", "r", 0, 10, Outcome.SUCCESS, 201);
        History history = new History(
                List.of(accepted),
                null,
                List.of(new StoredResult(0, "r", State.ABSENT, ""), new StoredResult(0, "r", State.WHOLE, "")),
                null);
        Check check = find(Invariant.RESULT_DURABILITY, history);

        assertThat(check.violations()).isEmpty();
        assertThat(check.checked()).isEqualTo(1);
    }

    @Test
    void onlyCompletionsTellThatAResultWasAccepted() {
        History history = new History(
                List.of(request("submit-result", "r", 0, 10, Outcome.SUCCESS, 201)),
                null,
                List.of(),
                List.of(
                        message(1, "run.started", "r"),
                        message(2, "run.progress", "r"),
                        message(3, "run.completed", "r")));

        assertThat(find(Invariant.ONE_COMPLETION_MESSAGE, history).violations()).isEmpty();
        assertThat(find(Invariant.MESSAGE_ORDER, history).violations()).isEmpty();
    }

    @Test
    void messagesOutOfOrderNameTheRequestsOfTheirRunAlone() {
        RequestRecord own = request("submit-result", "r", 0, 10, Outcome.SUCCESS, 201);
        RequestRecord other = request("submit-result", "s", 0, 10, Outcome.SUCCESS, 201);
        History history = new History(
                List.of(own, other),
                null,
                List.of(),
                List.of(
                        message(1, "run.progress", "r"),
                        message(2, "run.started", "r"),
                        message(1, "run.completed", ""),
                        message(2, "run.started", "")));
        Check check = find(Invariant.MESSAGE_ORDER, history);

        assertThat(check.violations())
                .containsExactly(new Violation(
                        "",
                        Violation.Kind.MESSAGES_OUT_OF_ORDER,
                        "the messages of run r came as progress, started",
                        List.of(own)));
        assertThat(check.checked()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | ''",
                "{\"run_id\": 7} | ''",
                "{\"a\": {\"run_id\": \"x\"}, \"run_id\": \"r\"} | r",
                "{} | ''",
                "{\"a | ''"
            })
    void aMessageNamesItsRun(String payload, String run) {
        assertThat(RunMessage.of(new MessageRecord(5, "run.started", payload.getBytes(UTF_8))))
                .isEqualTo(new RunMessage(5, 0, run));
    }

    private static History history(List<RequestRecord> requests, QueueCount queue) {
        return new History(requests, queue, List.of(), null);
    }

    private static RunMessage message(long atMicros, String topic, String run) {
        return RunMessage.of(new MessageRecord(atMicros, topic, ("{\"run_id\":\"" + run + "\"}").getBytes(UTF_8)));
    }

    private static Check find(Invariant invariant, History history) {
        return Invariants.check(history).stream()
                .filter(check -> check.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }

    /** Answers that give an item give item 1. */
    private static RequestRecord request(
            String operation, String run, long sent, long done, Outcome outcome, int status) {
        long item = status == 200 ? 1 : 0;
        return new RequestRecord(
                0, "s", operation, sent, sent, done, outcome, status, "", item, run, item == 0 ? "" : "default", 0, 0);
    }
}
