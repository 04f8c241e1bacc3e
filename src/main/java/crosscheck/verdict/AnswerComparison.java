package crosscheck.verdict;

import crosscheck.compare.Difference;
import crosscheck.compare.Exchange;
import crosscheck.compare.Minted;
import crosscheck.compare.ReplyComparison;
import crosscheck.compare.Window;
import crosscheck.contract.Contract;
import crosscheck.observation.ExchangeRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What both sides answered to the same request, as it was recorded. */
final class AnswerComparison {
    /** Who keeps a trace has rules of its own. */
    private static final String TRACE = "traceparent";

    private final ReplyComparison replies;
    private final Instant epoch;

    /** @param epoch of the run's microseconds */
    AnswerComparison(Contract contract, Instant epoch) {
        this.replies = new ReplyComparison(contract);
        this.epoch = epoch;
    }

    /** @param minted what the exchanges before handed out; learns what this one did */
    List<Difference> compare(ExchangeRecord python, ExchangeRecord rust, Minted minted) {
        Exchange exchange =
                new Exchange(python.operation(), python.reply(), window(python), rust.reply(), window(rust));
        return replies.compare(exchange, minted).stream()
                .filter(difference -> !isOfTrace(difference))
                .toList();
    }

    static boolean isOfTrace(Difference difference) {
        return difference.place().equals(TRACE);
    }

    Window window(long fromMicros, long toMicros) {
        return new Window(epoch.plus(fromMicros, ChronoUnit.MICROS), epoch.plus(toMicros, ChronoUnit.MICROS));
    }

    private Window window(ExchangeRecord exchange) {
        return window(exchange.sentMicros(), exchange.doneMicros());
    }
}
