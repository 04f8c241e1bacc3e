package crosscheck.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A runner that takes every upload and remembers it. */
final class Runner implements AutoCloseable {
    private final List<String> uploads = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Runner() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Path, trace and content of each. */
    List<String> uploads() {
        return List.copyOf(uploads);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        uploads.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("traceparent") + " " + content);
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }
}
