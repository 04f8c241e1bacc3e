package crosscheck.standin;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

    /** Memory that is given back, all of it, whenever there is enough. */
    static final class Sawtooth implements Defects.SideEffect {
        private final List<ByteBuffer> kept = new ArrayList<>();
        private final int bytes;
        private final int most;

        Sawtooth(int bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public synchronized void happen() {
            if (kept.size() == most) {
                kept.clear();
                // Memory outside the heap goes with the objects that stand for it.
                System.gc();
            }
            kept.add(ByteBuffer.allocateDirect(bytes));
        }
    }

    /** Memory of a process that this one has started, and that ends with it. */
    static final class Child implements Defects.SideEffect {
        private final int bytes;
        private Process process;

        Child(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized void happen() {
            try {
                if (process == null) {
                    process = started();
                }
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Process started() throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LeakingChild.class.getName(),
                            Integer.toString(bytes))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Open files. */
    static final class Files implements Defects.SideEffect {
        private final List<InputStream> kept = new ArrayList<>();

        @Override
        public synchronized void happen() {
            try {
                kept.add(new FileInputStream("/dev/null"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Threads that wait for nothing. */
    static final class Threads implements Defects.SideEffect {
        @Override
        public void happen() {
            Thread thread = new Thread(LockSupport::park, "leaked");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Transactions that nobody ends. */
    static final class Transactions implements Defects.SideEffect {
        private final List<Connection> kept = new ArrayList<>();
        private final DataSource server;
        private final int most;
        private final String query;

        /** @param query what each has asked last */
        Transactions(DataSource server, int most, String query) {
            this.server = server;
            this.most = most;
            this.query = query;
        }

        @Override
        public synchronized void happen() throws SQLException {
            if (kept.size() < most) {
                Connection connection = server.getConnection();
                kept.add(connection);
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(query);
                }
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
