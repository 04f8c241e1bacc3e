package crosscheck.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP/1.1 message as its bytes came.
 *
 * @param start the request line or the status line
 * @param headers one a line, as they were spelt
 * @param body of {@code Content-Length} bytes; empty for none
 */
record Wire(String start, List<String> headers, byte[] body) {
    private static final String LINE_END = "\r\n";
    private static final String LENGTH = "Content-Length";

    /** The next message; empty at the end of the stream. */
    static Optional<Wire> read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = Stream.generate(() -> uncheckedLine(in))
                .takeWhile(line -> !line.isEmpty())
                .toList();
        Wire head = new Wire(start, headers, new byte[0]);
        int length = head.header(LENGTH).map(Integer::valueOf).orElse(0);
        return Optional.of(new Wire(start, headers, in.readNBytes(length)));
    }

    /** The value of the first header of that name, whatever its case. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    String method() {
        return start.split(" ")[0];
    }

    int status() {
        return Integer.parseInt(start.split(" ")[1]);
    }

    Wire withStart(String other) {
        return new Wire(other, headers, body);
    }

    Wire withHeaders(List<String> others) {
        return new Wire(start, others, body);
    }

    /** Another body, and the length that it says it has. */
    Wire withBody(byte[] other) {
        List<String> lines = headers.stream()
                .map(line ->
                        line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()) ? LENGTH + ": " + other.length : line)
                .toList();
        return new Wire(start, lines, other);
    }

    /** The bytes between the start line and the body, the empty line left out. */
    byte[] headerBytes() {
        return headers.stream()
                .map(line -> line + LINE_END)
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    byte[] bytes() {
        return bytes(headerBytes());
    }

    /** With other bytes in place of the header lines, whatever they are. */
    byte[] bytes(byte[] headerBytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((start + LINE_END).getBytes(ISO_8859_1));
        all.writeBytes(headerBytes);
        all.writeBytes(LINE_END.getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static String uncheckedLine(InputStream in) {
        try {
            return line(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty at the end of the stream too. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
