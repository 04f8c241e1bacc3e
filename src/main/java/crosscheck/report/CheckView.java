package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.verdict.CheckOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A check as the page lists it: one row with both implementations inside.
 *
 * @param python the statuses that it answered, in order; empty where it did not play the check
 * @param rust the same
 * @param others the same of mixes of both, each with its name
 * @param findings ids of what it showed
 * @param reason why it was not played, or not by all, or not to its end
 */
public record CheckView(
        String id,
        String suite,
        String verdict,
        String python,
        String rust,
        String others,
        List<String> findings,
        String reason) {
    private static final int MOST_STATUSES = 24;

    /** Failed ones first, then as they were played. */
    static List<CheckView> of(List<CheckOutcome> checks) {
        return checks.stream()
                .sorted(Comparator.comparing(CheckOutcome::verdict).reversed())
                .map(CheckView::of)
                .toList();
    }

    private static CheckView of(CheckOutcome check) {
        List<CheckOutcome.Cast> mixes = check.casts().stream()
                .filter(cast -> !isSide(cast, Implementation.PYTHON) && !isSide(cast, Implementation.RUST))
                .toList();
        return new CheckView(
                check.id(),
                check.suite(),
                check.verdict().id(),
                statuses(check, Implementation.PYTHON),
                statuses(check, Implementation.RUST),
                mixes.stream().map(cast -> cast.name() + ": " + statuses(cast)).collect(Collectors.joining("; ")),
                check.findings(),
                reason(check));
    }

    private static String reason(CheckOutcome check) {
        String ended = check.casts().stream()
                .filter(cast -> !cast.ended().isEmpty())
                .map(cast -> cast.name() + ": " + cast.ended())
                .collect(Collectors.joining("; "));
        return check.reason().isEmpty() ? ended : check.reason();
    }

    private static String statuses(CheckOutcome check, Implementation side) {
        return check.casts().stream()
                .filter(cast -> isSide(cast, side))
                .findFirst()
                .map(CheckView::statuses)
                .orElse("");
    }

    private static boolean isSide(CheckOutcome.Cast cast, Implementation side) {
        return cast.name().equals(side.id());
    }

    private static String statuses(CheckOutcome.Cast cast) {
        int more = cast.statuses().size() - MOST_STATUSES;
        String shown = cast.statuses().stream()
                .limit(MOST_STATUSES)
                .map(status -> status == 0 ? Figures.NONE : status.toString())
                .collect(Collectors.joining(" "));
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
