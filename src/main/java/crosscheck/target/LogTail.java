package crosscheck.target;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a program wrote. */
final class LogTail {
    private static final int LINES = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** Indented, for the end of a message. */
    @Override
    public synchronized String toString() {
        return lines.isEmpty() ? "  (it wrote nothing)" : "  " + String.join("\n  ", lines);
    }
}
