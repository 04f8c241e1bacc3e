package crosscheck.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What can happen to a request or its answer on the way, whatever they are about. */
enum Mischief {
    ANSWER_BYTE(inBody((body, random) -> {
        body[random.nextInt(body.length)] = (byte) random.nextInt();
        return body;
    })),
    ANSWER_BIT(inBody((body, random) -> {
        body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return body;
    })),
    ANSWER_DIGIT(inBody((body, random) -> {
        int from = random.nextInt(body.length);
        for (int i = 0; i < body.length; i++) {
            int at = (from + i) % body.length;
            if (Character.isDigit(body[at])) {
                body[at] = (byte) ('0' + (body[at] - '0' + 1 + random.nextInt(9)) % 10);
                break;
            }
        }
        return body;
    })),
    ANSWER_LETTER_CASE(inBody((body, random) -> {
        int from = random.nextInt(body.length);
        for (int i = 0; i < body.length; i++) {
            int at = (from + i) % body.length;
            if (Character.isLetter(body[at])) {
                body[at] ^= 0x20;
                break;
            }
        }
        return body;
    })),
    ANSWER_BYTES_SWAPPED(inBody((body, random) -> {
        int at = random.nextInt(body.length);
        int next = (at + 1) % body.length;
        byte swapped = body[at];
        body[at] = body[next];
        body[next] = swapped;
        return body;
    })),
    ANSWER_BYTE_LOST(inBody((body, random) -> {
        int at = random.nextInt(body.length);
        return joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at + 1, body.length));
    })),
    ANSWER_SPACE_ADDED(inBody((body, random) -> {
        int at = random.nextInt(body.length + 1);
        return joined(joined(Arrays.copyOf(body, at), new byte[] {' '}), Arrays.copyOfRange(body, at, body.length));
    })),
    ANSWER_CUT(inBody((body, random) -> Arrays.copyOf(body, random.nextInt(body.length)))),
    ANSWER_BROKEN_OFF(onAnswer((passage, answer) -> {
        int lost = answer.body().length == 0 ? 0 : 1 + passage.random().nextInt(answer.body().length);
        return Arrays.copyOf(answer.bytes(), answer.bytes().length - lost);
    })),
    STATUS_BYTE(onAnswer((passage, answer) -> {
        byte[] bytes = answer.bytes();
        bytes[passage.random().nextInt(answer.start().length())] =
                (byte) passage.random().nextInt();
        return bytes;
    })),
    STATUS_OTHER(onAnswer((passage, answer) -> {
        int[] statuses = {200, 201, 202, 204, 400, 404, 409, 415, 422, 500, 503};
        int status = statuses[passage.random().nextInt(statuses.length)];
        return answer.withStart("HTTP/1.1 " + status + " Status").bytes();
    })),
    HEADER_BYTE(onAnswer((passage, answer) -> {
        byte[] headers = answer.headerBytes();
        headers[passage.random().nextInt(headers.length)] =
                (byte) passage.random().nextInt();
        return answer.bytes(headers);
    })),
    HEADER_LOST(onHeaders((passage, headers) -> headers.remove(passage.random().nextInt(headers.size())))),
    HEADER_REPEATED(onHeaders((passage, headers) -> headers.add(any(headers, passage.random())))),
    HEADER_STRAYED(onHeaders((passage, headers) ->
            passage.earlier().ifPresent(earlier -> headers.add(any(earlier.headers(), passage.random()))))),
    HEADER_NAME_CASE(onHeaders((passage, headers) -> {
        int at = passage.random().nextInt(headers.size());
        String[] nameAndValue = headers.get(at).split(":", 2);
        headers.set(at, nameAndValue[0].toUpperCase(Locale.ROOT) + ":" + nameAndValue[1]);
    })),
    /** The answer before comes once more, and this request's own never does. */
    ANSWER_REPEATED(passage -> {
        Optional<Wire> own = passage.carryOut();
        passage.give(passage.earlier().or(() -> own));
    }),
    ANSWER_LOST(Passage::carryOut),
    ANSWER_TOO_LATE(passage -> {
        passage.carryOut();
        passage.outlastTheClient();
    }),
    ANSWER_SLOW(passage -> {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        passage.give(passage.carryOut());
    }),
    REQUEST_LOST(passage -> {}),
    REQUEST_REPEATED(passage -> {
        passage.carryOut();
        passage.give(passage.carryOut());
    }),
    REQUEST_BYTE(passage -> {
        byte[] body = passage.request().body().clone();
        if (body.length > 0) {
            body[passage.random().nextInt(body.length)] =
                    (byte) passage.random().nextInt();
        }
        passage.give(passage.carryOut(passage.request().withBody(body)));
    }),
    REQUEST_DIGIT(passage -> {
        byte[] body = passage.request().body().clone();
        for (int i = body.length - 1; i >= 0; i--) {
            if (Character.isDigit(body[i])) {
                body[i] = (byte) ('0' + (body[i] - '0' + 1 + passage.random().nextInt(9)) % 10);
                break;
            }
        }
        passage.give(passage.carryOut(passage.request().withBody(body)));
    }),
    REQUEST_HEADER_LOST(passage -> {
        List<String> headers = new ArrayList<>(passage.request().headers());
        headers.remove(passage.random().nextInt(headers.size()));
        passage.give(passage.carryOut(passage.request().withHeaders(headers)));
    }),
    REQUEST_PATH_BYTE(passage -> {
        String[] line = passage.request().start().split(" ");
        char[] path = line[1].toCharArray();
        path[passage.random().nextInt(path.length)] =
                (char) ('a' + passage.random().nextInt(26));
        String start = line[0] + " " + new String(path) + " " + line[2];
        passage.give(passage.carryOut(passage.request().withStart(start)));
    });

    private final Act act;

    Mischief(Act act) {
        this.act = act;
    }

    void happenTo(Passage passage) throws IOException {
        act.happenTo(passage);
    }

    private interface Act {
        void happenTo(Passage passage) throws IOException;
    }

    private interface Change<T> {
        byte[] of(T what, Random random);
    }

    private interface OnAnswer {
        byte[] given(Passage passage, Wire answer);
    }

    private interface OnHeaders {
        void change(Passage passage, List<String> headers);
    }

    private static Act onAnswer(OnAnswer change) {
        return passage -> {
            Optional<Wire> answer = passage.carryOut();
            if (answer.isPresent()) {
                passage.give(change.given(passage, answer.get()));
            }
        };
    }

    /** Says the changed body's length; an empty body stays. */
    private static Act inBody(Change<byte[]> change) {
        return onAnswer((passage, answer) -> answer.body().length == 0
                ? answer.bytes()
                : answer.withBody(change.of(answer.body().clone(), passage.random()))
                        .bytes());
    }

    private static Act onHeaders(OnHeaders change) {
        return onAnswer((passage, answer) -> {
            List<String> headers = new ArrayList<>(answer.headers());
            change.change(passage, headers);
            return answer.withHeaders(headers).bytes();
        });
    }

    private static String any(List<String> lines, Random random) {
        return lines.get(random.nextInt(lines.size()));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
