package crosscheck.target;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2000000000\r\n\r\n";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        answerWith(out -> {});
        assertThatThrownBy(() -> new Http(Duration.ofMillis(100)).get(url(), "/api/health"))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no whole answer within 100 ms");
    }

    @Test
    void ofAnEndlessAnswerTheBeginningIsRead() throws Exception {
        byte[] part = "x".repeat(1 << 16).getBytes(US_ASCII);
        answerWith(out -> {
            while (true) {
                out.write(part);
            }
        });
        assertThat(new Http().get(url(), "/api/health").body()).hasSize(1 << 20);
    }

    @Test
    void anAnswerIsShownInOneLineWithoutControlCharacters() throws Exception {
        byte[] part = ("\n\u001b[31m bad\u0000\r\n" + "x".repeat(1 << 16)).getBytes(US_ASCII);
        answerWith(out -> {
            while (true) {
                out.write(part);
            }
        });
        assertThat(Http.shown(new Http().get(url(), "/api/health")))
                .isEqualTo("200 with Content-Encoding: gzip [31m bad " + "x".repeat(191) + "...");
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private void answerWith(Body body) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(HEAD.getBytes(US_ASCII));
                body.write(socket.getOutputStream());
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client has read enough.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }
}
