package crosscheck.verdict;

import crosscheck.check.PlayedCheck;
import crosscheck.compare.DatabaseComparison;
import crosscheck.compare.Difference;
import crosscheck.compare.MessageComparison;
import crosscheck.compare.Minted;
import crosscheck.compare.Window;
import crosscheck.contract.Contract;
import crosscheck.contract.ResponseSpec;
import crosscheck.messaging.Deliveries;
import crosscheck.messaging.Delivery;
import crosscheck.messaging.MessageRules;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.PlannedCheck.PlannedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two casts of one check compared: their answers step by step, then what they did to the database, then their messages. */
final class ChainComparison {
    private final Contract contract;
    private final Uploads uploads;
    private final AnswerComparison answers;
    private final DatabaseComparison databases;
    private final RowChanges rowChanges;
    private final MessageComparison messages;

    /** A cast with its messages sorted out. */
    record Side(PlayedCheck chain, Deliveries messages) {}

    /** @param epoch of the run's microseconds */
    ChainComparison(Contract contract, Instant epoch) {
        this.contract = contract;
        this.uploads = new Uploads(contract);
        this.answers = new AnswerComparison(contract, epoch);
        this.databases = new DatabaseComparison(contract);
        this.rowChanges = new RowChanges(contract);
        this.messages = new MessageComparison(contract);
    }

    List<Sighting> compare(Side python, Side rust) {
        List<Sighting> found = new ArrayList<>();
        Minted minted = new Minted();
        for (PlannedStep step : python.chain().check().steps()) {
            Optional<ExchangeRecord> p = python.chain().exchange(step.name());
            Optional<ExchangeRecord> r = rust.chain().exchange(step.name());
            if (p.isPresent() && r.isPresent()) {
                found.addAll(answers(python.chain(), p.get(), r.get(), minted));
            }
        }
        if (!stoppedAt(python.chain()).equals(stoppedAt(rust.chain()))) {
            found.add(stopped(python.chain(), rust.chain()));
        }
        minted.times().step(aftermath(python.chain()), aftermath(rust.chain()));
        if (!(python.chain().wasRefused() && rust.chain().wasRefused())) {
            found.addAll(rows(python.chain(), rust.chain(), minted));
        }
        found.addAll(messages(python, rust, minted));
        return found;
    }

    private List<Sighting> answers(PlayedCheck chain, ExchangeRecord python, ExchangeRecord rust, Minted minted) {
        String suite = chain.check().suite();
        if (!python.answered() || !rust.answered()) {
            int p = uploads.status(python);
            int r = uploads.status(rust);
            Difference lost = new Difference(
                    Difference.Kind.STATUS,
                    "",
                    "",
                    shown(python),
                    shown(rust),
                    "a request is answered by both or none");
            return p == r
                    ? List.of()
                    : List.of(Sighting.of(
                            suite, python.operation(), lost, chain.check().id(), python, rust));
        }
        return answers.compare(python, rust, minted).stream()
                .map(difference -> Sighting.of(
                        suite, python.operation(), difference, chain.check().id(), python, rust))
                .toList();
    }

    /** The step at which the chain ended before its time; empty where it did not. */
    private static Optional<PlannedStep> stoppedAt(PlayedCheck chain) {
        return chain.check().steps().stream()
                .filter(step -> !chain.run().ended().isEmpty())
                .filter(step -> chain.run().ended().startsWith(step.name() + ":"))
                .findFirst();
    }

    private static Sighting stopped(PlayedCheck python, PlayedCheck rust) {
        PlannedStep step = stoppedAt(python).or(() -> stoppedAt(rust)).orElseThrow();
        return new Sighting(
                python.check().suite(),
                step.operation(),
                RunKind.STEP_NOT_COMPLETED,
                "",
                step.name(),
                false,
                true,
                ending(python),
                ending(rust),
                "each cast completes the same steps",
                python.check().id(),
                last(python),
                last(rust));
    }

    private static String ending(PlayedCheck chain) {
        return chain.run().ended().isEmpty() ? "completed" : chain.run().ended();
    }

    private List<Sighting> rows(PlayedCheck python, PlayedCheck rust, Minted minted) {
        Optional<ExchangeRecord> cause = lastChange(python).or(() -> lastChange(rust));
        String step = cause.map(ExchangeRecord::step).orElse("");
        String operation = cause.map(ExchangeRecord::operation).orElse("");
        return databases.compare(rowChanges.of(python), rowChanges.of(rust), minted).stream()
                .map(difference -> Sighting.of(
                        suiteOfRows(python.check().suite()),
                        operation,
                        difference,
                        python.check().id(),
                        python.exchange(step).orElse(last(python)),
                        rust.exchange(step).orElse(last(rust))))
                .toList();
    }

    private static String suiteOfRows(String suite) {
        boolean own = suite.startsWith("data.") || suite.startsWith("workflow.") || suite.startsWith("errors.");
        return own ? suite : "data.parity";
    }

    private List<Sighting> messages(Side python, Side rust, Minted minted) {
        List<Sighting> found = new ArrayList<>();
        for (Delivery p : python.messages().deliveries()) {
            for (Delivery r : rust.messages().deliveries()) {
                ExchangeRecord pythonCause = p.causes().get(0);
                ExchangeRecord rustCause = r.causes().get(0);
                boolean same =
                        p.topic().equals(r.topic()) && pythonCause.step().equals(rustCause.step()) && !p.posted();
                int pairs = same ? Math.min(p.messages().size(), r.messages().size()) : 0;
                for (int i = 0; i < pairs; i++) {
                    byte[] one = p.messages().get(i).record().payload();
                    byte[] other = r.messages().get(i).record().payload();
                    messages.compare(p.topic(), one, other, minted).stream()
                            .filter(difference -> !AnswerComparison.isOfTrace(difference))
                            .map(difference -> within(p.topic(), difference))
                            .map(difference -> Sighting.of(
                                    MessageRules.FORMAT,
                                    pythonCause.operation(),
                                    difference,
                                    python.chain().check().id(),
                                    pythonCause,
                                    rustCause))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Difference within(String topic, Difference found) {
        return new Difference(
                found.kind(),
                topic + "." + found.path(),
                topic + "." + found.place(),
                found.python(),
                found.rust(),
                found.rule());
    }

    /** The last request that was to change something. */
    private Optional<ExchangeRecord> lastChange(PlayedCheck chain) {
        return chain.exchanges().stream()
                .filter(exchange -> exchange.status() / 100 == 2)
                .filter(exchange -> !exchange.method().equals("GET") || mints(exchange))
                .reduce((earlier, later) -> later);
    }

    private boolean mints(ExchangeRecord exchange) {
        return !exchange.operation().isEmpty()
                && contract.response(exchange.operation(), exchange.status())
                        .map(ResponseSpec::mints)
                        .filter(mints -> !mints.isEmpty())
                        .isPresent();
    }

    /** From the last answer until it was quiet: what is minted in the background. */
    private Window aftermath(PlayedCheck chain) {
        long from = chain.played() ? last(chain).doneMicros() : chain.run().startMicros();
        return answers.window(from, chain.run().endMicros());
    }

    private static ExchangeRecord last(PlayedCheck chain) {
        return chain.exchanges().get(chain.exchanges().size() - 1);
    }

    private static String shown(ExchangeRecord exchange) {
        return exchange.answered() ? "" + exchange.status() : exchange.failure();
    }
}
