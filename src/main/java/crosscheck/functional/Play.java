package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.RequestSpec;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A turn under way: its steps one after the other, then the wait for all that they caused. */
final class Play {
    /** A message that is on its way may take as long; once a server was away, longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_AFTER_CUT = Duration.ofSeconds(10);

    private final Turn turn;
    private final PlayRules rules;
    private final Stage stage;
    private final Consumer<ExchangeRecord> exchanges;
    private final Iterator<Step> steps;
    private final Answers answers = new Answers();
    private final Values values;
    private final Set<Step.Server> away = EnumSet.noneOf(Step.Server.class);
    private final Map<String, Long> messages;
    private final long startMicros;
    private Duration patience = PATIENCE;
    private Step.Send asked;
    private long askedSinceMicros;
    private boolean askAgain;
    private Stage.HeldCommit held;
    private String ended = "";

    Play(Turn turn, PlayRules rules, Stage stage, Consumer<ExchangeRecord> exchanges) {
        this.turn = turn;
        this.rules = rules;
        this.stage = stage;
        this.exchanges = exchanges;
        this.values = new Values(turn.cast(), answers, stage);
        this.steps = turn.check().steps().iterator();
        this.messages = new HashMap<>(stage.messages());
        this.startMicros = rules.clock().micros();
    }

    /** The next request; empty when there is none. */
    Optional<Exchange> next() {
        if (askAgain) {
            askAgain = false;
            stage.pause();
            return ask();
        }
        while (ended.isEmpty() && steps.hasNext()) {
            Step step = steps.next();
            if (step instanceof Step.Send send) {
                asked = send;
                askedSinceMicros = rules.clock().micros();
                return ask();
            } else if (step instanceof Step.Cut cut) {
                stage.cut(cut.server());
                away.add(cut.server());
                patience = PATIENCE_AFTER_CUT;
            } else if (step instanceof Step.Mend mend) {
                stage.mend(mend.server());
                away.remove(mend.server());
            } else if (step instanceof Step.Publish publish) {
                stage.publish(publish.topic(), publish.payload());
            }
        }
        return Optional.empty();
    }

    private Optional<Exchange> ask() {
        Implementation implementation = turn.cast().of(asked.name());
        try {
            RequestSpec request = traced(new Template(asked.request()).fill(values::of));
            Exchange exchange = new Exchange(
                    turn,
                    asked,
                    implementation,
                    stage.baseUrl(implementation, request.service()),
                    request,
                    rules.clock()::micros);
            held = asked.commitHeld() ? stage.holdCommit() : null;
            return Optional.of(exchange);
        } catch (Template.NoValue e) {
            ended = asked.name() + ": " + e.getMessage();
            return Optional.empty();
        }
    }

    /** Takes an exchange that is over; it is recorded unless it is to be asked again. */
    void done(Exchange exchange) {
        ExchangeRecord record = exchange.record(
                rules.timeout(), held == null ? null : held.end().orElse(null));
        held = null;
        answers.put(asked.name(), record.body());
        if (exchange.isSuccess()) {
            rules.topicsOf(asked.operation()).forEach(topic -> messages.merge(topic, 1L, Long::sum));
        }
        Optional<Step.Until> missing = asked.until().filter(until -> !holds(until));
        if (missing.isPresent() && !isOver(missing.get())) {
            askAgain = true;
            return;
        }
        missing.ifPresent(until -> ended = "%s: %s was not %s within %d ms"
                .formatted(
                        asked.name(),
                        until.pointer(),
                        until.value(),
                        until.deadline().toMillis()));
        exchanges.accept(record);
    }

    /** Waits until everything that the steps caused has happened. */
    CheckRun end() {
        boolean recovering = patience == PATIENCE_AFTER_CUT;
        away.forEach(stage::mend);
        if (recovering) {
            stage.awaitRecovered();
        }
        stage.awaitMessages(messages, patience);
        stage.awaitQuiet();
        return new CheckRun(
                turn.check().id(),
                turn.cast().name(),
                startMicros,
                rules.clock().micros(),
                ended,
                stage.changes());
    }

    private boolean holds(Step.Until until) {
        String text = answers.text(asked.name(), until.pointer());
        return text != null && (until.value().equals("*") || until.value().equals(text));
    }

    private boolean isOver(Step.Until until) {
        return rules.clock().micros() - askedSinceMicros >= until.deadline().toNanos() / 1_000;
    }

    private RequestSpec traced(RequestSpec request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        Optional<String> own = headers.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(TraceParent.HEADER))
                .findFirst();
        if (own.isEmpty()) {
            headers.put(TraceParent.HEADER, TraceParent.of(rules.seed(), turn, asked.name()));
        } else if (headers.get(own.get()).isEmpty()) {
            headers.remove(own.get());
        }
        return new RequestSpec(request.service(), request.method(), request.path(), headers, request.body());
    }
}
