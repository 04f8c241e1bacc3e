package crosscheck.report;

import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;

/**
 * May we switch? In one sentence.
 *
 * @param reply the first words of it
 * @param rest the rest of the sentence
 */
public record Answer(Verdict verdict, String reply, String rest) {

    static Answer of(Result result) {
        return new Answer(result.verdict(), reply(result), rest(result));
    }

    public String sentence() {
        return reply + ": " + rest;
    }

    private static String reply(Result result) {
        return switch (result.verdict()) {
            case PASS -> count(result, Verdict.SKIPPED) == 0 ? "Yes" : "Yes, as far as asked";
            case FAIL -> "No";
            case INCONCLUSIVE, SKIPPED -> "Not shown";
            case ERROR -> "No answer";
        };
    }

    private static String rest(Result result) {
        long asked = result.gates().size() - count(result, Verdict.SKIPPED);
        return switch (result.verdict()) {
            case PASS -> "all " + Figures.counted(asked, "gate passes.", "gates pass.");
            case FAIL -> share(count(result, Verdict.FAIL), asked, "fails", "fail");
            case INCONCLUSIVE ->
                share(count(result, Verdict.INCONCLUSIVE), asked, "lacks sound evidence", "lack sound evidence");
            case SKIPPED -> "nothing was asked.";
            case ERROR -> fault(result) + ".";
        };
    }

    private static String share(long some, long asked, String one, String many) {
        return some + " of " + Figures.counted(asked, "gate", "gates") + " " + (some == 1 ? one : many) + ".";
    }

    private static long count(Result result, Verdict verdict) {
        return result.gates().stream()
                .map(Gate::verdict)
                .filter(verdict::equals)
                .count();
    }

    private static String fault(Result result) {
        return switch (result.cause()) {
            case CONFIGURATION -> "the configuration is not usable";
            case ENVIRONMENT -> "the environment did not come up or did not last";
            case TARGET -> "an implementation could not be driven";
            case HARNESS -> "crosscheck itself failed";
        };
    }
}
