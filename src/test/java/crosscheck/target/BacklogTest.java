package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final CountDownLatch workedOff = new CountDownLatch(1);
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(worker);
        server.createContext("/api/queue/next", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        worker.execute(() -> {
            try {
                workedOff.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void close() {
        workedOff.countDown();
        server.stop(0);
        worker.shutdownNow();
    }

    @Test
    void isLeftWhileWhoAsksAnewHasToWait() {
        assertThat(new Backlog(Duration.ofMillis(200)).awaitWorkedOff(url())).isFalse();
    }

    @Test
    void isWorkedOffOnceEveryoneWhoAsksIsAnswered() {
        workedOff.countDown();
        assertThat(new Backlog(Duration.ofMinutes(1)).awaitWorkedOff(url())).isTrue();
    }

    @Test
    void isNoneWhereNobodyListens() {
        server.stop(0);
        assertThat(new Backlog(Duration.ofMinutes(1)).awaitWorkedOff(url())).isTrue();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
