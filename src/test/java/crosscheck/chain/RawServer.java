package crosscheck.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows each request as it came over the wire; {@code /silent} is never answered, {@code /gone} hung up on. */
final class RawServer implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-One: a\r\nx-one: b\r\nContent-Length: 2\r\n\r\n{}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new CopyOnWriteArrayList<>();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    RawServer() throws IOException {
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                answer(listening.accept());
            } catch (IOException e) {
                // Closed, or a client that has given up.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        String request = read(client.getInputStream());
        requests.add(request);
        if (request.contains(" /silent ")) {
            silent.add(client);
            return;
        }
        if (!request.contains(" /gone ")) {
            client.getOutputStream().write(ANSWER.getBytes(ISO_8859_1));
        }
        client.close();
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = -1;
        while (end < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("in the middle of a request");
            }
            bytes.write(next);
            end = bytes.toString(ISO_8859_1).indexOf("\r\n\r\n");
        }
        Matcher length = CONTENT_LENGTH.matcher(bytes.toString(ISO_8859_1));
        if (length.find()) {
            bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return bytes.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : silent) {
            socket.close();
        }
    }
}
