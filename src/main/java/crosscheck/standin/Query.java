package crosscheck.standin;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request's query parameters, checked as they are read; an empty value is the same as an absent one. */
record Query(Map<String, List<String>> parameters) {
    private static final long LARGEST_PAGE = 1000;
    private static final long DEFAULT_PAGE = 100;

    /** The part of a list that is asked for. */
    record Page(long limit, long offset) {}

    /** Text, or null. */
    String text(String name) {
        List<String> values = parameters.get(name);
        String value = values == null ? "" : values.get(0);
        if (value.indexOf('\0') >= 0) {
            throw Refusal.field(name, "must not contain NUL");
        }
        return value.isEmpty() ? null : value;
    }

    /** One of the known values, or null. */
    String oneOf(String name, List<String> known) {
        String value = text(name);
        if (value != null && !known.contains(value)) {
            throw Refusal.field(name, "must be one of " + known);
        }
        return value;
    }

    /** A run id, or null. */
    UUID runId(String name) {
        String value = text(name);
        return value == null
                ? null
                : Ids.uuid(value).orElseThrow(() -> Refusal.field(name, "must be a UUID in lower case"));
    }

    Page page() {
        return new Page(integer("limit", 1, LARGEST_PAGE, DEFAULT_PAGE), integer("offset", 0, Long.MAX_VALUE, 0));
    }

    private long integer(String name, long least, long most, long otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        long number = Ids.number(value).orElse(-1);
        if (number < least || number > most) {
            throw Refusal.field(name, "must be an integer from " + least + " to " + most);
        }
        return number;
    }
}
