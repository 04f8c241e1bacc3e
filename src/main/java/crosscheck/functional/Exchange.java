package crosscheck.functional;

import crosscheck.check.Step;
import crosscheck.contract.Implementation;
import crosscheck.contract.RequestSpec;
import crosscheck.observation.ExchangeRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One request of a check, from when it is given out until it is recorded. {@link #sending} and {@link #answered} may be
 * called from the HTTP client's thread.
 */
public final class Exchange {
    private static final byte[] NOTHING = {};

    private final Turn turn;
    private final Step.Send step;
    private final Implementation implementation;
    private final URI base;
    private final RequestSpec request;
    private final LongSupplier micros;
    private final long givenOutMicros;
    private long sentMicros = -1;
    private volatile Answer answer;

    private record Answer(long doneMicros, int status, Map<String, List<String>> headers, byte[] body) {}

    Exchange(
            Turn turn,
            Step.Send step,
            Implementation implementation,
            URI base,
            RequestSpec request,
            LongSupplier micros) {
        this.turn = turn;
        this.step = step;
        this.implementation = implementation;
        this.base = base;
        this.request = request;
        this.micros = micros;
        this.givenOutMicros = micros.getAsLong();
    }

    public String method() {
        return request.method();
    }

    public String url() {
        String url = base.toString();
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + request.path();
    }

    /** All that is to be sent but for those that say where to and how long the body is. */
    public Map<String, String> headers() {
        return request.headers();
    }

    /** {@code null} for none. */
    public byte[] body() {
        return request.body();
    }

    /**
     * To be called when it goes onto the wire.
     *
     * @throws IllegalStateException when it is about to be sent once more: what it does, it must do once
     */
    public synchronized void sending() {
        if (sentMicros >= 0) {
            throw new IllegalStateException("a request of a check is sent once only");
        }
        sentMicros = micros.getAsLong();
    }

    public void answered(int status, Map<String, List<String>> headers, byte[] body) {
        answer = new Answer(micros.getAsLong(), status, headers, body);
    }

    boolean isSuccess() {
        return answer != null && answer.status / 100 == 2;
    }

    byte[] answerBody() {
        return answer == null ? NOTHING : answer.body;
    }

    String operation() {
        return step.operation();
    }

    /** The exchange as it went; without an answer, with this moment as its end. */
    synchronized ExchangeRecord record(Duration timeout, ExchangeRecord.HeldCommit held) {
        long sent = sentMicros >= 0 ? sentMicros : givenOutMicros;
        long now = micros.getAsLong();
        boolean late = now - givenOutMicros >= timeout.toNanos() / 1_000;
        Answer received = answer == null ? new Answer(now, 0, Map.of(), NOTHING) : answer;
        return new ExchangeRecord(
                turn.check().id(),
                turn.cast().name(),
                step.name(),
                implementation,
                request.service(),
                step.operation(),
                request.method(),
                request.path(),
                request.headers(),
                request.body(),
                sent,
                received.doneMicros,
                answer != null ? "" : late ? "timeout" : "connection",
                received.status,
                received.headers,
                received.body,
                held);
    }
}
