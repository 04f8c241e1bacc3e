package crosscheck.functional;

import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Plays checks, each with each of its casts, from the snapshot: gives out one request at a time and takes it back when it
 * is over. A check that cannot be played here, or for which no time is left, is recorded with the reason.
 */
public final class CheckRunner {
    private final Selection selection;
    private final Iterator<Turn> turns;
    private final PlayRules rules;
    private final Stage stage;
    private final Consumer<ExchangeRecord> exchanges;
    private final Consumer<CheckRun> checkRuns;
    private Long beganMicros;
    private Check current;
    private Optional<String> hindrance = Optional.empty();
    private Play play;
    private boolean changed = true;

    /**
     * What is played.
     *
     * @param cuts whether servers can be taken out of reach
     * @param atMost how long all of it may take; empty for as long as it takes
     */
    public record Selection(List<Check> checks, boolean cuts, Optional<Duration> atMost) {

        /** Where time is short, suites in turn, so that a slow implementation plays some of each. */
        List<Check> inOrder() {
            if (atMost.isEmpty()) {
                return checks;
            }
            Map<String, Deque<Check>> suites = checks.stream()
                    .collect(Collectors.groupingBy(
                            Check::suite, LinkedHashMap::new, Collectors.toCollection(ArrayDeque::new)));
            List<Check> order = new ArrayList<>();
            while (order.size() < checks.size()) {
                suites.values().stream()
                        .map(Deque::poll)
                        .filter(Objects::nonNull)
                        .forEach(order::add);
            }
            return order;
        }
    }

    /**
     * @param exchanges takes what was sent and answered
     * @param checkRuns takes each turn once it is over
     */
    public CheckRunner(
            Selection selection,
            PlayRules rules,
            Stage stage,
            Consumer<ExchangeRecord> exchanges,
            Consumer<CheckRun> checkRuns) {
        this.selection = selection;
        this.turns = Turn.of(selection.inOrder(), rules.seed()).iterator();
        this.rules = rules;
        this.stage = stage;
        this.exchanges = exchanges;
        this.checkRuns = checkRuns;
    }

    /** The request to send next, once the database is as it must be; empty when all checks are over. */
    public synchronized Optional<Exchange> next() {
        while (play != null || turns.hasNext()) {
            if (play == null) {
                begin(turns.next());
                continue;
            }
            Optional<Exchange> exchange = play.next();
            if (exchange.isPresent()) {
                return exchange;
            }
            end();
        }
        return Optional.empty();
    }

    /** Takes back the exchange given out last, answered or not. */
    public synchronized void done(Exchange exchange) {
        play.done(exchange);
    }

    private void begin(Turn turn) {
        long now = rules.clock().micros();
        if (beganMicros == null) {
            beganMicros = now;
        }
        if (turn.check() != current) {
            current = turn.check();
            hindrance = hindrance(current, now - beganMicros);
        }
        if (hindrance.isPresent()) {
            checkRuns.accept(new CheckRun(turn.check().id(), turn.cast().name(), now, now, hindrance.get(), Map.of()));
            return;
        }
        if (changed) {
            stage.reset();
        }
        play = new Play(turn, rules, stage, exchanges);
    }

    private void end() {
        CheckRun ran = play.end();
        play = null;
        changed = !ran.changes().isEmpty();
        checkRuns.accept(ran);
    }

    private Optional<String> hindrance(Check check, long elapsedMicros) {
        if (!selection.cuts() && check.steps().stream().anyMatch(Step.Cut.class::isInstance)) {
            return Optional.of("only servers of targets that crosscheck launches, and in a simulation without"
                    + " load, can be taken out of reach");
        }
        return selection
                .atMost()
                .filter(most -> elapsedMicros > most.toNanos() / 1_000)
                .map(most -> "the " + most.toSeconds() + " s for checks were over");
    }
}
