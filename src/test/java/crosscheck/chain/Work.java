package crosscheck.chain;

import io.gatling.javaapi.core.Session;

/** The item and the run that a virtual user is at work on, in its session. */
final class Work {
    private static final String ITEM = "item";
    private static final String RUN = "run";

    private Work() {}

    static Session taken(Session session, long item, String run) {
        return session.set(ITEM, item).set(RUN, run);
    }

    static Session none(Session session) {
        return session.removeAll(ITEM, RUN);
    }

    static boolean isTaken(Session session) {
        return session.contains(RUN);
    }

    /** The queue id, or 0. */
    static long item(Session session) {
        return session.contains(ITEM) ? session.getLong(ITEM) : 0;
    }

    /** The run id, or empty. */
    static String run(Session session) {
        return session.contains(RUN) ? session.getString(RUN) : "";
    }
}
