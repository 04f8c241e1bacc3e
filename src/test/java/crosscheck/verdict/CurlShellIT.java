package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell sends when it is given a command is what the check sent. */
@EnabledIf("curlIsThere")
class CurlShellIT {
    private final SynchronousQueue<Received> received = new SynchronousQueue<>();
    private HttpServer server;
    private Curl curl;

    private record Received(String method, String path, Map<String, List<String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        curl = new Curl(Map.of("rust runner", Map.of("services", Map.of(Service.RUNNER.id(), url))));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\": 'b' $HOME `id` \\n \"%s\"}",
                "@/dev/null",
                "line\nline\r\n",
                "\u00e9\ud83d\ude00",
                "\0",
                "-x"
            })
    void bodiesArriveByteByByte(String body) throws Exception {
        assertThat(sent("POST", "/api/queue", Map.of("Content-Type", "application/json"), body.getBytes(UTF_8))
                        .body())
                .isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    void bodiesThatAreNoTextArriveByteByByte() throws Exception {
        byte[] bytes = {(byte) 0xff, 0, 10, 39, 13, (byte) 0x80};
        Received request =
                sent("PUT", "/api/runs/x/artifacts/y", Map.of("Content-Type", "application/octet-stream"), bytes);
        assertThat(request.body()).isEqualTo(bytes);
        assertThat(request.header("Content-Type")).contains("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/a%20b?x=%C3%A4&y=a+b&z=[1]", "/api/a/../x/./y", "/api/it's?a=$b"})
    void pathsArriveAsTheyAre(String path) throws Exception {
        assertThat(sent("GET", path, Map.of(), null).path()).isEqualTo(path);
    }

    @Test
    void headersArriveAsTheyAreAndNoContentTypeIsMadeUp() throws Exception {
        Received request =
                sent("PATCH", "/api/runs/x", Map.of("X-Worker-Name", "it's \"w\" $1", "traceparent", ""), new byte[] {
                    '{', '}'
                });
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.header("X-worker-name")).contains("it's \"w\" $1");
        assertThat(request.header("Traceparent")).contains("");
        assertThat(request.header("Content-type")).isEmpty();
    }

    @Test
    void aGetWithABodyStaysAGet() throws Exception {
        Received request = sent("GET", "/api/queue", Map.of("Content-Type", "text/plain"), new byte[] {'x'});
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.body()).containsExactly('x');
    }

    private Received sent(String method, String path, Map<String, String> headers, byte[] body) throws Exception {
        String command = curl.command(new ExchangeRecord(
                "check",
                "rust",
                "step",
                Implementation.RUST,
                Service.RUNNER,
                "",
                method,
                path,
                headers,
                body,
                0,
                0,
                "",
                200,
                Map.of(),
                new byte[0],
                null));
        Process shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        Received request = received.poll(10, TimeUnit.SECONDS);
        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
                .as(command)
                .startsWith("HTTP/1.1 200");
        assertThat(shell.waitFor()).isZero();
        return request;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            received.offer(
                    new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            body),
                    10,
                    TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean curlIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "curl")));
    }
}
