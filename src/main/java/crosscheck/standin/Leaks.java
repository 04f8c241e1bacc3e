package crosscheck.standin;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Things taken and never given back, up to a limit at which the process can still live. */
final class Leaks {
    private Leaks() {}

    /** Memory outside the heap, which the JVM fills with zeros and so really takes. */
    static final class Memory implements Defects.SideEffect {
        private final List<ByteBuffer> kept = new ArrayList<>();
        private final int bytes;
        private final int most;

        Memory(int bytesEach, int bytesInAll) {
            this.bytes = bytesEach;
            this.most = bytesInAll / bytesEach;
        }

        @Override
        public synchronized void happen() {
            if (kept.size() < most) {
                kept.add(ByteBuffer.allocateDirect(bytes));
            }
        }
    }

    /** One database transaction that has looked at the codebases. */
    static final class Transaction implements Defects.SideEffect {
        private final DataSource server;
        private Connection kept;

        Transaction(DataSource server) {
            this.server = server;
        }

        @Override
        public synchronized void happen() throws SQLException {
            if (kept == null) {
                kept = server.getConnection();
                kept.setAutoCommit(false);
                new Session(kept, (operation, connection) -> {}).exists("SELECT 1 FROM codebase");
            }
        }
    }

    /** Idle database connections. */
    static final class Connections implements Defects.SideEffect {
        private final List<Connection> kept = new ArrayList<>();
        private final DataSource server;
        private final int most;

        Connections(DataSource server, int most) {
            this.server = server;
            this.most = most;
        }

        @Override
        public synchronized void happen() throws SQLException {
            if (kept.size() < most) {
                kept.add(server.getConnection());
            }
        }
    }
}
