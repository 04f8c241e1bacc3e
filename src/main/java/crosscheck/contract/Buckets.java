package crosscheck.contract;

import java.util.List;

/** What queue items are sorted by before anything else. */
public final class Buckets {
    /** In assignment order: items of the first are given out before any of the second. */
    public static final List<String> IN_ORDER = List.of("manual", "webhook", "reschedule", "default");

    private Buckets() {}
}
