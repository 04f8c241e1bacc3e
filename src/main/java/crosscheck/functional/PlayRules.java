package crosscheck.functional;

import crosscheck.contract.Contract;
import crosscheck.observation.RunClock;
import java.time.Duration;
import java.util.List;

/**
 * What holds for every turn.
 *
 * @param contract which operation causes which messages
 * @param timeout how long an answer may take
 */
public record PlayRules(Contract contract, long seed, Duration timeout, RunClock clock) {

    /** Topics of the messages that a request of this operation causes where it is not refused. */
    List<String> topicsOf(String operation) {
        return contract.topics().values().stream()
                .filter(topic -> topic.causedBy().equals(operation))
                .map(Contract.Topic::name)
                .toList();
    }
}
