package crosscheck.standin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Carries a result out twice: first it is announced and undone, then stored and not announced. */
final class EarlyMessage implements Defect {
    private final ThreadLocal<Boolean> rehearsal = ThreadLocal.withInitial(() -> false);

    @Override
    public Handler around(String operation, Handler handler) {
        if (!operation.equals(Operations.SUBMIT_RESULT)) {
            return handler;
        }
        return request -> {
            rehearsal.set(true);
            try {
                handler.handle(request);
            } finally {
                rehearsal.set(false);
            }
            return handler.handle(request);
        };
    }

    @Override
    public void beforeCommit(String operation, Connection connection) throws SQLException {
        if (rehearsal.get()) {
            connection.rollback();
        }
    }

    @Override
    public List<Message> sending(Message message) {
        boolean second = message.isOf(Topic.RUN_COMPLETED) && !rehearsal.get();
        return second ? List.of() : List.of(message);
    }
}
