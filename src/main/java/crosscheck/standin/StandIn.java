package crosscheck.standin;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;

/**
 * An embedded implementation of the contract.
 *
 * <p>As a program: {@code java crosscheck.standin.StandIn python|rust}, with the contract's environment and
 * {@code CROSSCHECK_FAULTS} ({@link Fault} names, comma-separated). It ends when its standard input is closed.
 */
public final class StandIn implements AutoCloseable {
    private final HttpServer server = new HttpServer();
    private final ExecutorService business;
    private final Database database;
    private final Outbox outbox;
    private final Inbox inbox;
    private final int port;

    private StandIn(Architecture architecture, StandInSettings settings) {
        DataSource postgres = Database.server(settings.database(), settings.applicationName());
        Defect planted = new Planted(
                settings.faults().stream().map(fault -> fault.planted(postgres)).toList());
        Redis redis = new Redis(settings.redis());
        Clock clock = Timestamps.clock();
        business = architecture.business(server.loop(), settings.poolSize());
        database = new Database(postgres, architecture.connections(settings.poolSize()), planted::beforeCommit);
        outbox = new Outbox(redis);
        inbox = new Inbox(redis, planted);
        Announcer announcer = new Announcer(outbox, clock, planted);
        Api api = new Api(database, outbox, announcer, inbox, clock, business, architecture.skipsLocked());
        Router router = new Router(api.routes(planted));
        port = server.listen(
                settings.port(), settings.sharedPort(), () -> new HttpConnection(router, business, planted));
    }

    /**
     * Starts an implementation inside this JVM: for {@code python}, one worker without its master.
     *
     * @throws RunError when the port cannot be had
     */
    public static StandIn start(Implementation implementation, StandInSettings settings) {
        return new StandIn(Architecture.of(implementation), settings);
    }

    public static void main(String[] arguments) {
        try {
            run(implementation(arguments));
        } catch (RunError | IOException wrong) {
            System.err.println("stand-in: " + wrong.getMessage());
            System.exit(wrong instanceof RunError error ? error.reason().exitCode() : 1);
        }
    }

    /** The flags that the JVM of a stand-in's top process is to be started with. */
    public static List<String> jvmFlags(Implementation implementation) {
        return implementation == Implementation.PYTHON ? JvmFlags.MASTER : JvmFlags.SINGLE_PROCESS;
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return port;
    }

    /** Stops taking requests, finishes those under way and lets go of everything. */
    @Override
    public void close() {
        try {
            server.drain(business);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
        inbox.close();
        database.close();
    }

    private static void run(Implementation implementation) throws IOException {
        if (implementation == Implementation.PYTHON) {
            Master.run(System.getenv());
        } else {
            StandInProcess.run(implementation, StandInSettings.of(System.getenv()));
        }
    }

    private static Implementation implementation(String[] arguments) {
        return Arrays.stream(Implementation.values())
                .filter(known -> arguments.length == 1 && known.id().equals(arguments[0]))
                .findFirst()
                .orElseThrow(
                        () -> RunError.configuration("usage: StandIn python|rust, not " + String.join(" ", arguments)));
    }
}
