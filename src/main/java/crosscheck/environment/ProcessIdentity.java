package crosscheck.environment;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process by its id and start time: ids are used again, the pair is not. Written as {@code <pid>-<milliseconds>}.
 *
 * @param startMillis milliseconds since 1970; 0 where the system does not tell
 */
record ProcessIdentity(long pid, long startMillis) {
    private static final Pattern FORMAT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Linux tells start times in ticks since a boot time that it may correct by a second. */
    private static final long TOLERANCE_MILLIS = 1_500;

    static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startMillis(process));
    }

    static Optional<ProcessIdentity> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ProcessIdentity(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The process, if it still runs and the id was not given to another since. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startMillis(process) - startMillis) <= TOLERANCE_MILLIS);
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String toString() {
        return pid + "-" + startMillis;
    }
}
