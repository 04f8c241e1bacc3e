package crosscheck.standin;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out an operation. */
@FunctionalInterface
interface Handler {
    CompletionStage<Response> handle(Request request) throws SQLException;

    /** An operation that keeps its thread until it has the answer. */
    @FunctionalInterface
    interface Blocking {
        Response handle(Request request) throws SQLException;
    }

    static Handler blocking(Blocking operation) {
        return request -> CompletableFuture.completedFuture(operation.handle(request));
    }
}
