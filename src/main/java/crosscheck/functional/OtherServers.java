package crosscheck.functional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import crosscheck.RunError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that an implementation may be told to send to in place of another's: servers that answer one status, and nobody.
 * Under {@code /traced/<trace id>/<parent id>} a request outside of that trace is refused instead.
 */
public final class OtherServers implements AutoCloseable {
    private static final int NO_BODY = -1;
    private static final int UNTRACED = 400;
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern TRACED = Pattern.compile("/traced/([0-9a-f]{32})/([0-9a-f]{16})/");

    private final Map<Integer, HttpServer> answering = new ConcurrentHashMap<>();
    private final Socket closed = new Socket();

    /** Keeps a port without listening on it, so that nobody else can. */
    public OtherServers() {
        try {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw RunError.environment("no port of the loopback address is free: " + e.getMessage());
        }
    }

    URI answering(int status) {
        return url(answering
                .computeIfAbsent(status, OtherServers::start)
                .getAddress()
                .getPort());
    }

    URI closed() {
        return url(closed.getLocalPort());
    }

    private static HttpServer start(int status) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, status));
            // Its thread is of the kind that starts it: one that is no daemon would outlive a run that broke off.
            Thread starter = new Thread(server::start, "other-server");
            starter.setDaemon(true);
            starter.start();
            starter.join();
            return server;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server was started", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            String header = exchange.getRequestHeaders().getFirst("traceparent");
            boolean refused = !isTraced(exchange.getRequestURI().getPath(), header);
            exchange.sendResponseHeaders(refused ? UNTRACED : status, NO_BODY);
        }
    }

    /** Whether a path that names a trace and a parent is asked for in that trace by another parent; others are as they are. */
    static boolean isTraced(String path, String traceparent) {
        Matcher named = TRACED.matcher(path);
        if (!named.lookingAt()) {
            return true;
        }
        Matcher came = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return came.matches()
                && came.group(1).equals(named.group(1))
                && !came.group(2).equals(named.group(2));
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        answering.values().forEach(server -> server.stop(0));
        try {
            closed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
