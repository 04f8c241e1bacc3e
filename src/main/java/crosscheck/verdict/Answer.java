package crosscheck.verdict;

import java.util.Optional;

/**
 * What the evidence says to a {@link Question}.
 *
 * @param observed the measured value, or {@code null} where nothing was measured
 * @param samples how many observations the value rests on
 * @param reason one sentence; may be empty only where the verdict is pass
 */
record Answer(Verdict verdict, Double observed, long samples, String reason) {
    Answer {
        observed = observed == null || !Double.isFinite(observed) ? null : observed;
    }

    static Answer of(boolean holds, double observed, long samples, String reason) {
        return new Answer(holds ? Verdict.PASS : Verdict.FAIL, observed, samples, reason);
    }

    static Answer inconclusive(Double observed, long samples, String reason) {
        return new Answer(Verdict.INCONCLUSIVE, observed, samples, reason);
    }

    static Answer skipped(String reason) {
        return new Answer(Verdict.SKIPPED, null, 0, reason);
    }

    /** Neither a pass nor a failure stands where the evidence is in doubt. */
    Answer unless(Optional<String> doubt) {
        boolean decided = verdict == Verdict.PASS || verdict == Verdict.FAIL;
        return decided && doubt.isPresent() ? inconclusive(observed, samples, doubt.get()) : this;
    }

    /** A failure stands whatever else is in doubt: it was seen. */
    Answer passUnless(Optional<String> doubt) {
        return verdict == Verdict.PASS ? unless(doubt) : this;
    }
}
