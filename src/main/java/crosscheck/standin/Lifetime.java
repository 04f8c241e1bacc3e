package crosscheck.standin;

import java.io.IOException;
import java.nio.file.Path;

/** Ends a process in order: on SIGTERM, and when the parent that holds its standard input is gone. */
final class Lifetime {
    private static final Path NOTHING = Path.of("/dev/null");

    /** What is done before the end. */
    @FunctionalInterface
    interface Farewell {
        void run() throws InterruptedException;
    }

    private Lifetime() {}

    static void endsWith(Farewell farewell) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                farewell.run();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            // A JVM that a signal ends would exit with the signal's number; the contract says 0.
            Runtime.getRuntime().halt(0);
        }));
        if (!startedWithoutInput()) {
            Thread watching = new Thread(Lifetime::endWithInput, "parent");
            watching.setDaemon(true);
            watching.start();
        }
    }

    /** A process put into the background by a script has /dev/null as its input, which ends at once and means nothing. */
    private static boolean startedWithoutInput() {
        try {
            return Path.of("/dev/stdin").toRealPath().equals(NOTHING);
        } catch (IOException aPipe) {
            return false;
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // what is written to it is of no interest
            }
        } catch (IOException closed) {
            // as good as its end
        }
        System.exit(0);
    }
}
