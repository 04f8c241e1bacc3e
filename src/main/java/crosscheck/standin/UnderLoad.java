package crosscheck.standin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A defect that holds still until workers have sent more requests than functional checks do. */
final class UnderLoad implements Defect {
    /** Requests of {@link Operations#WORKER} before it shows. */
    static final int QUIET = 400;

    private final Defect defect;
    private final AtomicLong requests = new AtomicLong();

    UnderLoad(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Handler around(String operation, Handler handler) {
        if (!Operations.WORKER.contains(operation)) {
            return handler;
        }
        Handler defective = defect.around(operation, handler);
        return request -> (requests.incrementAndGet() > QUIET ? defective : handler).handle(request);
    }

    @Override
    public void beforeCommit(String operation, Connection connection) throws SQLException {
        if (requests.get() > QUIET) {
            defect.beforeCommit(operation, connection);
        }
    }

    @Override
    public List<Message> sending(Message message) {
        return requests.get() > QUIET ? defect.sending(message) : List.of(message);
    }
}
