package crosscheck.check;

import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.PlannedCheck;
import java.util.List;
import java.util.Optional;

/**
 * One cast's play of a check with everything that it left.
 *
 * @param exchanges in the order of the steps that were taken
 * @param messages received while it was played
 */
public record PlayedCheck(
        PlannedCheck check, CheckRun run, List<ExchangeRecord> exchanges, List<MessageRecord> messages) {

    public Optional<ExchangeRecord> exchange(String step) {
        return exchanges.stream()
                .filter(exchange -> exchange.step().equals(step))
                .findFirst();
    }

    /** Whether a later request may have changed what has this id. */
    public boolean isChangedAfter(ExchangeRecord exchange, String id) {
        return exchanges.stream()
                .filter(later -> later.sentMicros() > exchange.sentMicros())
                .filter(later -> !later.method().equals("GET") && later.status() < 400)
                .anyMatch(later -> later.path().contains(id));
    }

    /** Whether it was played at all. */
    public boolean played() {
        return !exchanges.isEmpty();
    }

    /** Whether each of its requests was answered with a refusal. */
    public boolean wasRefused() {
        return played() && exchanges.stream().allMatch(exchange -> exchange.status() >= 400);
    }
}
