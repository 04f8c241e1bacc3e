package crosscheck.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of rust's ids stands for which of python's, one to one, learnt from paired answers. Ids that nobody handed out since
 * the snapshot stand for themselves.
 */
public final class MintedIds {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private static final int UUID_LENGTH = 36;

    private record Id(String kind, String text) {}

    private final Map<Id, String> rustByPython = new HashMap<>();
    private final Map<Id, String> pythonByRust = new HashMap<>();

    /**
     * Pairs two ids that both sides handed out in the same exchange.
     *
     * @return false if either was paired with another before: an id handed out twice
     */
    public boolean learn(String kind, String python, String rust) {
        String known = rustByPython.get(new Id(kind, python));
        String reverse = pythonByRust.get(new Id(kind, rust));
        if (known == null && reverse == null) {
            rustByPython.put(new Id(kind, python), rust);
            pythonByRust.put(new Id(kind, rust), python);
            return true;
        }
        return known != null && reverse != null && known.equals(rust);
    }

    /** Whether python's id and rust's mean the same thing. */
    public boolean same(String kind, String python, String rust) {
        return toRust(kind, python).equals(rust) && toPython(kind, rust).equals(python);
    }

    /** What python's id is called on rust's side. */
    public String toRust(String kind, String python) {
        return rustByPython.getOrDefault(new Id(kind, python), python);
    }

    /** What rust's id is called on python's side. */
    public String toPython(String kind, String rust) {
        return pythonByRust.getOrDefault(new Id(kind, rust), rust);
    }

    /**
     * Python's text with each UUID in it that was handed out replaced by rust's, in the same case; a UUID says which kind it
     * is by itself.
     */
    public String textToRust(String python) {
        if (rustByPython.isEmpty() || python.length() < UUID_LENGTH) {
            return python;
        }
        return UUID.matcher(python).replaceAll(found -> Matcher.quoteReplacement(uuidToRust(found.group())));
    }

    private String uuidToRust(String python) {
        String upper = python.toUpperCase(Locale.ROOT);
        return python.equals(upper) && !python.equals(upper.toLowerCase(Locale.ROOT))
                ? lowerToRust(python.toLowerCase(Locale.ROOT)).toUpperCase(Locale.ROOT)
                : lowerToRust(python);
    }

    private String lowerToRust(String python) {
        String run = toRust("run", python);
        return run.equals(python) ? toRust("publish", python) : run;
    }
}
