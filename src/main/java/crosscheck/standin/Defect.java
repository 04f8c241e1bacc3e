package crosscheck.standin;

import io.netty.handler.codec.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where a planted fault takes hold of an otherwise correct implementation; nowhere, unless overridden. */
interface Defect {

    /** How much of a request's body is kept, where the contract says {@code limit}. */
    default int bodyLimit(int limit) {
        return limit;
    }

    /** What the fault does to a request before anybody looks at it. */
    default void arriving(HttpRequest head, Body body) {}

    /** The operation as the fault carries it out. */
    default Handler around(String operation, Handler handler) {
        return handler;
    }

    /** What the fault does to a transaction that is about to be committed. */
    default void beforeCommit(String operation, Connection connection) throws SQLException {}

    /** What goes out instead of a message that an operation causes. */
    default List<Message> sending(Message message) {
        return List.of(message);
    }

    /** What the fault does with a payload that came on a topic, before it is read. */
    default void received(String payload) {}

    /** What goes out instead of an answer, refusals of whatever kind included. */
    default Response leaving(HttpRequest head, Response response) {
        return response;
    }
}
