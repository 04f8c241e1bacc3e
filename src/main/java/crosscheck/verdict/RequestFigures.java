package crosscheck.verdict;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts and distributions of a set of requests; sets add up by {@link #add(RequestFigures)}. Times are microseconds. */
final class RequestFigures {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MILLI = 1_000;

    private final Histogram response = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram latency = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram delay = new Histogram(SIGNIFICANT_DIGITS);
    private final long[] outcomes = new long[Outcome.values().length];
    private final TreeMap<Long, long[]> seconds = new TreeMap<>();
    private long lastSecond = Long.MIN_VALUE;
    private long[] ofLastSecond;
    private long requests;
    private long falseEmpties;
    private double responseSum;
    private double latencySum;
    private long bytesOut;
    private long bytesIn;
    private boolean wholeMilliseconds = true;

    static RequestFigures sum(Iterable<RequestFigures> parts) {
        RequestFigures sum = new RequestFigures();
        parts.forEach(sum::add);
        return sum;
    }

    void add(RequestRecord request, boolean falseEmpty) {
        long responseMicros = Math.max(0, request.responseMicros());
        long latencyMicros = Math.max(0, request.latencyMicros());
        requests++;
        falseEmpties += falseEmpty ? 1 : 0;
        response.recordValue(responseMicros);
        latency.recordValue(latencyMicros);
        delay.recordValue(Math.max(0, request.sentMicros() - request.plannedMicros()));
        responseSum += responseMicros;
        latencySum += latencyMicros;
        outcomes[request.outcome().ordinal()]++;
        second(request.doneMicros())[request.outcome() == Outcome.SUCCESS ? 0 : 1]++;
        bytesOut += request.bytesOut();
        bytesIn += request.bytesIn();
        wholeMilliseconds &= responseMicros % 1_000 == 0;
    }

    /** Most requests end in the second of the one before. */
    private long[] second(long micros) {
        long second = Math.floorDiv(micros, 1_000_000L);
        if (second != lastSecond) {
            lastSecond = second;
            ofLastSecond = seconds.computeIfAbsent(second, s -> new long[2]);
        }
        return ofLastSecond;
    }

    void add(RequestFigures other) {
        response.add(other.response);
        latency.add(other.latency);
        delay.add(other.delay);
        Arrays.setAll(outcomes, outcome -> outcomes[outcome] + other.outcomes[outcome]);
        other.seconds.forEach((second, counts) -> {
            long[] sum = seconds.computeIfAbsent(second, s -> new long[2]);
            Arrays.setAll(sum, i -> sum[i] + counts[i]);
        });
        requests += other.requests;
        falseEmpties += other.falseEmpties;
        responseSum += other.responseSum;
        latencySum += other.latencySum;
        bytesOut += other.bytesOut;
        bytesIn += other.bytesIn;
        wholeMilliseconds &= other.wholeMilliseconds;
    }

    long requests() {
        return requests;
    }

    /** Those that occurred. */
    Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> occurred = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            if (outcomes[outcome.ordinal()] > 0) {
                occurred.put(outcome, outcomes[outcome.ordinal()]);
            }
        }
        return occurred;
    }

    long successes() {
        return outcomes[Outcome.SUCCESS.ordinal()];
    }

    long falseEmpties() {
        return falseEmpties;
    }

    /** Everything but successes and legitimate "queue empty" answers. */
    long errors() {
        return requests - successes() - outcomes[Outcome.EMPTY.ordinal()] + falseEmpties;
    }

    long bytesOut() {
        return bytesOut;
    }

    long bytesIn() {
        return bytesIn;
    }

    /** The finest difference that the clock behind these times could see, milliseconds. */
    double clockResolutionMillis() {
        return wholeMilliseconds ? 1 : 0.001;
    }

    /** How far clock and histogram can have moved a quantile, milliseconds. */
    double resolutionMillis(double quantile) {
        long micros = response.getValueAtPercentile(100 * quantile);
        return Math.max(clockResolutionMillis(), response.sizeOfEquivalentValueRange(micros) / MILLI);
    }

    double meanMillis() {
        return responseSum / requests / MILLI;
    }

    /** @param quantile 0..1 */
    double quantileMillis(double quantile) {
        return response.getValueAtPercentile(100 * quantile) / MILLI;
    }

    /** Share of requests that were sent more than this after their planned arrival. */
    double laterThan(long micros) {
        if (requests == 0) {
            return 0;
        }
        long punctual = delay.getCountBetweenValues(0, micros);
        return (double) (requests - punctual) / requests;
    }

    /** {@code null} without requests. */
    Latency response() {
        return summary(response, responseSum);
    }

    /** {@code null} without requests. */
    Latency latency() {
        return summary(latency, latencySum);
    }

    /** The distribution of response times, microseconds. */
    Histogram responseHistogram() {
        return response;
    }

    /** The distribution of times from the planned arrival, microseconds. */
    Histogram latencyHistogram() {
        return latency;
    }

    List<Measurement.Second> seconds() {
        return seconds.entrySet().stream()
                .map(second -> new Measurement.Second(second.getKey(), second.getValue()[0], second.getValue()[1]))
                .toList();
    }

    private Latency summary(Histogram times, double sum) {
        return requests == 0
                ? null
                : new Latency(
                        sum / requests / MILLI,
                        times.getValueAtPercentile(50) / MILLI,
                        times.getValueAtPercentile(75) / MILLI,
                        times.getValueAtPercentile(95) / MILLI,
                        times.getValueAtPercentile(99) / MILLI,
                        times.getMaxValue() / MILLI);
    }
}
