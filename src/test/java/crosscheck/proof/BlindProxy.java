package crosscheck.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An HTTP proxy that lets most requests through and does mischief to some. Which, and what exactly, follows from its seed and
 * the request's trace alone: it knows nothing of what is asked or compared.
 */
final class BlindProxy implements AutoCloseable {
    private static final int ONE_IN = 5;

    private final Mischief mischief;
    private final long seed;
    private final ServerSocket listening;
    private final Map<String, Passage> disturbed = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private InetSocketAddress server;
    private Optional<Wire> earlier = Optional.empty();

    BlindProxy(Mischief mischief, long seed) throws IOException {
        this.mischief = mischief;
        this.seed = seed;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Begins to stand before that server, and gives its own URL. */
    URI before(URI url) {
        server = new InetSocketAddress(url.getHost(), url.getPort());
        start(this::accept);
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** What was done to exchanges, by their traces; the last time where one was asked again. */
    synchronized Map<String, Passage> disturbed() {
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the proxy itself failed: " + failures);
        }
        return new LinkedHashMap<>(disturbed);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                start(() -> serve(client));
            } catch (IOException closed) {
                // by close()
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            Optional<Wire> request = Wire.read(new BufferedInputStream(client.getInputStream()));
            if (request.isPresent()) {
                pass(request.get(), client);
            }
        } catch (IOException clientGone) {
            // It does not wait for the answer.
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void pass(Wire request, Socket client) throws IOException {
        String trace = request.header("traceparent").orElse("");
        Random random = new Random(seed * 1_000_003 + trace.hashCode());
        Passage passage = new Passage(request, random, server, client, earlier(), this::remember);
        if (random.nextInt(ONE_IN) > 0) {
            passage.give(passage.carryOut());
        } else {
            disturb(trace, passage);
            mischief.happenTo(passage);
        }
    }

    private synchronized void disturb(String trace, Passage passage) {
        disturbed.put(trace, passage);
    }

    private synchronized void failed(RuntimeException e) {
        failures.add(mischief + ": " + e);
    }

    private synchronized Optional<Wire> earlier() {
        return earlier;
    }

    private synchronized void remember(Wire answer) {
        earlier = Optional.of(answer);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "blind-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
