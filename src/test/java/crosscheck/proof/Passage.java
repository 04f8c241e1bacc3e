package crosscheck.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A request on its way through the proxy, and what becomes of it. */
final class Passage {
    private static final int DEADLINE_MILLIS = 10_000;
    private static final byte[] CLOSE = "Connection: close\r\n".getBytes(ISO_8859_1);

    private final Wire request;
    private final Random random;
    private final InetSocketAddress server;
    private final Socket client;
    private final Optional<Wire> earlier;
    private final Consumer<Wire> answered;
    private volatile Wire carriedOut;
    private volatile int times;
    private volatile Optional<Wire> honest = Optional.empty();

    /**
     * @param earlier the server's answer to the request before
     * @param answered takes the server's answer
     */
    Passage(
            Wire request,
            Random random,
            InetSocketAddress server,
            Socket client,
            Optional<Wire> earlier,
            Consumer<Wire> answered) {
        this.request = request;
        this.random = random;
        this.server = server;
        this.client = client;
        this.earlier = earlier;
        this.answered = answered;
    }

    Wire request() {
        return request;
    }

    Random random() {
        return random;
    }

    Optional<Wire> earlier() {
        return earlier;
    }

    /** What the server answered first. */
    Optional<Wire> honest() {
        return honest;
    }

    /** The request that the server got; {@code null} for none. */
    Wire carriedOut() {
        return carriedOut;
    }

    /** How often the server got it. */
    int times() {
        return times;
    }

    /** Has the server carry out the request as it is. */
    Optional<Wire> carryOut() throws IOException {
        return carryOut(request);
    }

    /** Has the server carry out a request; empty where it closes the connection. */
    Optional<Wire> carryOut(Wire passedOn) throws IOException {
        carriedOut = passedOn;
        times = times + 1;
        try (Socket connection = new Socket(server.getAddress(), server.getPort())) {
            connection.setSoTimeout(DEADLINE_MILLIS);
            connection.setTcpNoDelay(true);
            send(passedOn, connection);
            Optional<Wire> answer = Wire.read(connection.getInputStream());
            honest = honest.or(() -> answer);
            answer.ifPresent(answered);
            return answer;
        }
    }

    /** A body that is too large may be refused before it was read. */
    private static void send(Wire request, Socket connection) {
        try {
            connection.getOutputStream().write(request.bytes());
        } catch (IOException refused) {
            // The answer, if there is one, says it.
        }
    }

    void give(Optional<Wire> answer) throws IOException {
        if (answer.isPresent()) {
            give(answer.get().bytes());
        }
    }

    /** Says after the start line that this is all on the connection, so that nothing changed can touch another request. */
    void give(byte[] answer) throws IOException {
        int at = 0;
        while (answer[at] != '\n') {
            at++;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(answer, 0, at + 1);
        all.writeBytes(CLOSE);
        all.write(answer, at + 1, answer.length - at - 1);
        client.getOutputStream().write(all.toByteArray());
    }

    /** Waits until the client has given up. */
    void outlastTheClient() throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
