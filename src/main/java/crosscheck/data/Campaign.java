package crosscheck.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of change that is tried on every codebase, and how its runs usually end. Rates, codes and durations are the
 * strategy's.
 *
 * @param name the contract's name of it
 * @param command what its runs execute
 * @param successRate share of runs that succeed, 0..1
 * @param success how long those take
 * @param failureCode result code of the others
 * @param failure how long those take
 */
public record Campaign(
        String name, String command, double successRate, Seconds success, String failureCode, Seconds failure) {

    /** Whole seconds, {@code from} included, {@code to} not. */
    public record Seconds(int from, int to) {}

    private static final List<Campaign> KNOWN = List.of(
            new Campaign(
                    "lintian-fixes",
                    "lintian-brush",
                    0.8,
                    new Seconds(300, 1800),
                    "build-failed",
                    new Seconds(60, 300)),
            new Campaign(
                    "new-upstream",
                    "deb-new-upstream --require-uscan",
                    0.6,
                    new Seconds(1800, 7200),
                    "upstream-not-found",
                    new Seconds(300, 900)),
            alwaysSuccessful("fresh-snapshots", "deb-new-upstream --snapshot"),
            alwaysSuccessful("multiarch-fixes", "apply-multiarch-hints"),
            alwaysSuccessful("scrub-obsolete", "deb-scrub-obsolete"),
            alwaysSuccessful("cme-fix", "cme fix dpkg"),
            alwaysSuccessful("debianize", "debianize --verbose"),
            alwaysSuccessful("orphan", "deb-move-orphaned"),
            alwaysSuccessful("mia", "drop-mia-uploaders"),
            alwaysSuccessful("unchanged", "true"));

    /** The first {@code count} campaigns: the known ones, then numbered ones. */
    public static List<Campaign> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        i < KNOWN.size() ? KNOWN.get(i) : alwaysSuccessful("campaign-%03d".formatted(i + 1), "true"))
                .toList();
    }

    private static Campaign alwaysSuccessful(String name, String command) {
        return new Campaign(name, command, 1.0, new Seconds(300, 3600), "", new Seconds(300, 3600));
    }
}
