package crosscheck.consistency;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import crosscheck.contract.Buckets;
import crosscheck.observation.Outcome;
import crosscheck.observation.QueueCount;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 6. An item of a higher bucket that was pending during the whole request is not passed over for a lower one.
 *
 * <p>Load schedules nothing and asks without a filter, so an item of a bucket was pending throughout if fewer requests than
 * the bucket had items can have taken one before the answer: those sent before it that were given an item of that bucket, or
 * whose fate is unknown. Only an answer that had a choice, an item of another bucket being pending throughout, shows that the
 * order is kept.
 */
final class BucketOrder {
    private final QueueCount queue;
    private final Map<String, SentTimes> takers;
    private final SentTimes unknown;
    private final long takenByNobody;

    private BucketOrder(History history) {
        queue = history.queue();
        takers = Buckets.IN_ORDER.stream()
                .collect(toMap(
                        identity(),
                        bucket -> SentTimes.of(given(history)
                                .filter(request -> request.bucket().equals(bucket)))));
        unknown = SentTimes.of(history.assignments().stream().filter(History::fateUnknown));
        takenByNobody = history.takenByNobody();
    }

    static Check check(History history) {
        if (history.queue() == null) {
            return new Check(Invariant.BUCKET_ORDER, 0, 0, List.of(), "the queue was not counted before the phase");
        }
        BucketOrder order = new BucketOrder(history);
        List<RequestRecord> chosen = given(history).filter(order::hadChoice).toList();
        List<Violation> violations = new ArrayList<>();
        chosen.forEach(request -> order.passedOver(request).ifPresent(violations::add));
        return new Check(Invariant.BUCKET_ORDER, chosen.size(), Collisions.count(chosen), violations, history.gap());
    }

    private static Stream<RequestRecord> given(History history) {
        return history.assignments().stream().filter(request -> request.outcome() == Outcome.SUCCESS);
    }

    private boolean hadChoice(RequestRecord request) {
        return Buckets.IN_ORDER.stream()
                .anyMatch(bucket -> !bucket.equals(request.bucket()) && pendingThroughout(bucket, request) > 0);
    }

    private Optional<Violation> passedOver(RequestRecord request) {
        int given = Buckets.IN_ORDER.indexOf(request.bucket());
        return Buckets.IN_ORDER.stream()
                .limit(given)
                .filter(higher -> pendingThroughout(higher, request) > 0)
                .findFirst()
                .map(higher -> new Violation(
                        History.ASSIGN,
                        Violation.Kind.BUCKET_PASSED_OVER,
                        "an item of bucket " + request.bucket() + " was given while at least "
                                + pendingThroughout(higher, request) + " of bucket " + higher + " were pending",
                        List.of(request)));
    }

    /** The least number of items of this bucket that were pending from before the request until after its answer. */
    private long pendingThroughout(String bucket, RequestRecord request) {
        long before = queue.pendingBefore().getOrDefault(bucket, 0L);
        if (before == 0) {
            return 0;
        }
        long done = request.doneMicros();
        return before - takers.get(bucket).before(done) - unknown.before(done) - takenByNobody;
    }
}
