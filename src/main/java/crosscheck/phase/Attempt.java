package crosscheck.phase;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.LoadExchange;
import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.List;
import java.util.Map;

/**
 * One request from its planned arrival to its record. Belongs to one virtual user; {@link #answered} may be called from the
 * HTTP client's thread before {@link #close} is called by the user's.
 */
public final class Attempt {
    private final LoadPhase phase;
    private final Scenario scenario;
    private final String operation;
    private final long item;
    private final String run;
    private final long plannedMicros;
    private final long sentMicros;
    private volatile Answer answer;

    /**
     * What came back.
     *
     * @param outcome SUCCESS, EMPTY or WRONG
     * @param item queue id named by the answer; 0: the request's
     * @param run run id named by the answer; empty: the request's
     * @param bucket bucket named by the answer, or empty
     */
    public record Answer(Outcome outcome, int status, String mismatch, long item, String run, String bucket) {}

    private long doneMicros;
    private long bytesOut;
    private long bytesIn;

    /**
     * @param item queue id that the request names, or 0
     * @param run run id that the request names, or empty
     */
    public Attempt(LoadPhase phase, Scenario scenario, String operation, long plannedMicros, long item, String run) {
        this.item = item;
        this.run = run;
        this.phase = phase;
        this.scenario = scenario;
        this.operation = operation;
        this.plannedMicros = plannedMicros;
        this.sentMicros = phase.now();
    }

    /** Takes the time: to be called first when the answer is complete, before it is looked at. */
    public void arrived(long requestBytes, long answerBytes) {
        doneMicros = phase.now();
        bytesOut = requestBytes;
        bytesIn = answerBytes;
    }

    public void answered(Answer what) {
        answer = what;
    }

    /** What came back, or {@code null} as long as nothing did. */
    public Answer answer() {
        return answer;
    }

    /** Whether the answer is in the sample that is compared in full. */
    public boolean isSampled() {
        return answer.outcome() == Outcome.SUCCESS && phase.sample().wants(item(answer));
    }

    /**
     * Keeps an answer of the sample whole.
     *
     * @param path with its query, from the root of the service
     * @param requestBody as sent, or {@code null}
     */
    public void sample(
            String method,
            String path,
            Map<String, String> requestHeaders,
            byte[] requestBody,
            Map<String, List<String>> headers,
            byte[] body) {
        Implementation side = phase.plan().implementation();
        ExchangeRecord exchange = new ExchangeRecord(
                "",
                side.id(),
                operation,
                side,
                Service.RUNNER,
                operation,
                method,
                path,
                requestHeaders,
                requestBody,
                sentMicros,
                doneMicros,
                "",
                answer.status(),
                headers,
                body,
                null);
        phase.sample().add(new LoadExchange(phase.plan().index(), item(answer), exchange));
    }

    private long item(Answer what) {
        return what.item() == 0 ? item : what.item();
    }

    /** Records the request; one without an answer ends at its deadline, however soon its connection broke. */
    public void close(long timeoutMicros) {
        Answer what = answer;
        if (what == null) {
            doneMicros = sentMicros + timeoutMicros;
            Outcome outcome = phase.now() >= doneMicros ? Outcome.TIMEOUT : Outcome.CONNECTION;
            what = new Answer(outcome, 0, "", 0, "", "");
        }
        phase.record(new RequestRecord(
                phase.plan().index(),
                scenario.id(),
                operation,
                plannedMicros,
                sentMicros,
                doneMicros,
                what.outcome(),
                what.status(),
                what.mismatch(),
                item(what),
                what.run().isEmpty() ? run : what.run(),
                what.bucket(),
                bytesOut,
                bytesIn));
    }
}
