package crosscheck.standin;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a planted fault takes hold of an otherwise correct implementation. */
interface Defect {

    /** The operation as the fault carries it out; as it is, unless overridden. */
    default Handler around(String operation, Handler handler) {
        return handler;
    }

    /** What the fault does to a transaction that is about to be committed. */
    default void beforeCommit(String operation, Connection connection) throws SQLException {}
}
