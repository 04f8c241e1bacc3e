package crosscheck.standin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Another way to carry out an operation, with the right one and a database session of its own at hand. */
@FunctionalInterface
interface Twist {

    /** @param right answers refusals too */
    Response carryOut(Request request, Handler.Blocking right, Session session) throws SQLException;

    static Defect of(Set<String> operations, DataSource server, Twist twist) {
        return Defects.around(operations, handler -> {
            Handler answering = Answers.refusalsAnswered(handler);
            Handler.Blocking right =
                    request -> answering.handle(request).toCompletableFuture().join();
            return Handler.blocking(request -> {
                try (Connection connection = server.getConnection()) {
                    return twist.carryOut(request, right, new Session(connection, (operation, other) -> {}));
                }
            });
        });
    }

    /** Carries it out right, and changes the database once it was not refused. */
    static Twist then(Afterwards afterwards) {
        return (request, right, session) -> {
            Response response = right.handle(request);
            if (Answers.isSuccess(response)) {
                afterwards.change(session, request, response);
            }
            return response;
        };
    }

    /** Does what a refusal with this status is to prevent, and carries on as if nothing had stood in the way. */
    static Twist insteadOfRefusal(int status, Afterwards remedy) {
        return (request, right, session) -> {
            Response response = right.handle(request);
            if (response.status() != status) {
                return response;
            }
            remedy.change(session, request, response);
            return right.handle(request);
        };
    }

    /** What is done to the database besides. */
    @FunctionalInterface
    interface Afterwards {
        void change(Session session, Request request, Response response) throws SQLException;
    }
}
