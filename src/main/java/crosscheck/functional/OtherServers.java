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

/** Addresses that an implementation may be told to send to in place of another's: servers that answer one status, and nobody. */
public final class OtherServers implements AutoCloseable {
    private static final int NO_BODY = -1;

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
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(status, NO_BODY);
        }
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
