package crosscheck.capacity;

import crosscheck.observation.Outcome;
import crosscheck.observation.Phase;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The requests of one phase, from which its steps are made. */
record PhaseHistory(int phase, Turn turn, List<RequestRecord> requests, Limits limits) {
    private static final double MICROS = 1e6;
    private static final double MILLI = 1e3;

    /** Of the time after an overload that is looked at as one, microseconds. */
    private static final long WINDOW = 500_000;

    /** Users that take an arrival but have not sent it yet are not under way. */
    private static final double ALL_USERS = 0.95;

    Played played() {
        long start =
                requests.stream().mapToLong(RequestRecord::plannedMicros).min().orElseThrow();
        Busy busy = Busy.of(requests);
        List<Step> steps = new ArrayList<>();
        Double recovery = null;
        long from = start;
        for (Stretch stretch : turn.stretches()) {
            long to = from + Math.round(stretch.seconds() * MICROS);
            steps.add(step(stretch, from, to, busy));
            if (turn.kind() == Phase.Kind.OVERLOAD && steps.size() > 1) {
                recovery = recovery(from, to).orElse(null);
            }
            from = to;
        }
        return new Played(turn, List.copyOf(steps), recovery);
    }

    private Step step(Stretch stretch, long begin, long to, Busy busy) {
        long from = begin + Math.round(limits.leadInSeconds() * MICROS);
        List<RequestRecord> judged = planned(from, to);
        double[] latencies = latencies(judged);
        double seconds = (to - from) / MICROS;
        double achieved = requests.stream()
                        .filter(PhaseHistory::succeeded)
                        .filter(request -> request.doneMicros() >= from && request.doneMicros() < to)
                        .count()
                / seconds;
        List<RequestRecord> late = judged.stream()
                .filter(request -> request.sentMicros() - request.plannedMicros() > limits.lateMicros())
                .toList();
        long waited = late.stream()
                .filter(request -> busy.at(request.plannedMicros()) >= ALL_USERS * limits.users())
                .count();
        String reason = broken(judged).or(() -> slow(achieved, stretch.rate())).orElse("");
        return new Step(
                phase,
                stretch.rate(),
                judged.size(),
                achieved,
                quantile(latencies, 0.5),
                quantile(latencies, 0.95),
                quantile(latencies, 0.99),
                errorRate(judged),
                share(late.size() - waited, judged.size()),
                share(waited, judged.size()),
                null,
                null,
                reason.isEmpty(),
                reason);
    }

    /** Which interaction was not answered as it should, and how. */
    private Optional<String> broken(List<RequestRecord> judged) {
        if (judged.isEmpty()) {
            return Optional.of("no request was sent");
        }
        Map<String, List<RequestRecord>> operations = judged.stream()
                .collect(Collectors.groupingBy(RequestRecord::operation, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<RequestRecord>> operation : operations.entrySet()) {
            double errors = errorRate(operation.getValue());
            if (errors >= limits.errorRate()) {
                return said("%s: %.1f %% errors", operation.getKey(), 100 * errors);
            }
            double p95 = quantile(latencies(operation.getValue()), 0.95);
            if (p95 >= limits.p95Millis()) {
                return said("%s: p95 %.0f ms", operation.getKey(), p95);
            }
        }
        return Optional.empty();
    }

    private Optional<String> slow(double achieved, double rate) {
        return achieved < limits.throughput() * rate ? said("%.1f successes/s", achieved) : Optional.empty();
    }

    private static Optional<String> said(String what, Object... values) {
        return Optional.of(String.format(Locale.ROOT, what, values));
    }

    /** Seconds from {@code from} until every window was within the limits again. */
    private Optional<Double> recovery(long from, long to) {
        long recovered = from;
        for (long at = from; at < to; at += WINDOW) {
            List<RequestRecord> window = planned(at, Math.min(at + WINDOW, to));
            if (broken(window).isPresent()) {
                recovered = at + WINDOW;
            }
        }
        return recovered >= to ? Optional.empty() : Optional.of((recovered - from) / MICROS);
    }

    private List<RequestRecord> planned(long from, long to) {
        return requests.stream()
                .filter(request -> request.plannedMicros() >= from && request.plannedMicros() < to)
                .toList();
    }

    /** Work was prepared for every arrival, so that an empty queue is none of the right answers. */
    private static boolean succeeded(RequestRecord request) {
        return request.outcome() == Outcome.SUCCESS;
    }

    private static double errorRate(List<RequestRecord> requests) {
        return share(requests.stream().filter(request -> !succeeded(request)).count(), requests.size());
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    /** In milliseconds, ascending. */
    private static double[] latencies(List<RequestRecord> requests) {
        return requests.stream()
                .mapToDouble(request -> Math.max(0, request.latencyMicros()) / MILLI)
                .sorted()
                .toArray();
    }

    /** The smallest value that this share of all does not exceed. */
    private static double quantile(double[] ascending, double share) {
        return ascending.length == 0 ? 0 : ascending[(int) Math.ceil(share * ascending.length) - 1];
    }

    /** How many requests were under way when. */
    private record Busy(long[] sent, long[] done) {
        static Busy of(List<RequestRecord> requests) {
            return new Busy(
                    requests.stream()
                            .mapToLong(RequestRecord::sentMicros)
                            .sorted()
                            .toArray(),
                    requests.stream()
                            .mapToLong(RequestRecord::doneMicros)
                            .sorted()
                            .toArray());
        }

        int at(long micros) {
            return upTo(sent, micros) - upTo(done, micros);
        }

        private static int upTo(long[] ascending, long micros) {
            int found = Arrays.binarySearch(ascending, micros);
            return found < 0 ? -found - 1 : found + 1;
        }
    }
}
