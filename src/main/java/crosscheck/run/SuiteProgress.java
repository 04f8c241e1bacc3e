package crosscheck.run;

import crosscheck.check.Check;
import crosscheck.observation.CheckRun;
import java.util.Locale;

/** How far the checks of a suite are. */
final class SuiteProgress {
    private final String suite;
    private int checks;
    private int turns;
    private int over;
    private int unfinished;
    private long micros;

    SuiteProgress(String suite) {
        this.suite = suite;
    }

    void add(Check check) {
        checks++;
        turns += check.casts().size();
    }

    void played(CheckRun run) {
        over++;
        unfinished += run.ended().isEmpty() ? 0 : 1;
        micros += run.endMicros() - run.startMicros();
    }

    boolean isOver() {
        return over == turns;
    }

    /** For a reader: the suite, its checks, how often they were played and what became of it. */
    @Override
    public String toString() {
        String rest = unfinished == 0 ? "" : ", %d not to their end".formatted(unfinished);
        return String.format(
                Locale.ROOT, "%s: %d checks played %d times in %.1f s%s", suite, checks, over, micros / 1e6, rest);
    }
}
