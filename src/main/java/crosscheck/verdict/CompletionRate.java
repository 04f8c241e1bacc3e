package crosscheck.verdict;

import java.util.Arrays;

/**
 * How fast successes were completed, without the first and the last 2.5 % of them: a constant latency does not lower it, a
 * single straggler does not, a limit of the target does. Blocks add up.
 *
 * @param completions steps from one completion to the next
 * @param seconds the time that these took
 */
record CompletionRate(long completions, double seconds) {
    static final CompletionRate NONE = new CompletionRate(0, 0);
    private static final double TRIM = 0.025;

    static CompletionRate of(long[] doneMicros) {
        long[] sorted = doneMicros.clone();
        Arrays.sort(sorted);
        int cut = (int) (TRIM * sorted.length);
        int first = cut;
        int last = sorted.length - 1 - cut;
        return last <= first ? NONE : new CompletionRate(last - first, (sorted[last] - sorted[first]) / 1e6);
    }

    CompletionRate plus(CompletionRate other) {
        return new CompletionRate(completions + other.completions, seconds + other.seconds);
    }

    /** Completions a second; 0 where there were too few to say. */
    double perSecond() {
        return seconds == 0 ? 0 : completions / seconds;
    }
}
