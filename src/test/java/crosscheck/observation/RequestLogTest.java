package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import crosscheck.RunError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAppendedIsReadAgain() {
        List<RequestRecord> written = List.of(
                request(0, Outcome.SUCCESS, ""),
                request(0, Outcome.WRONG, "expected 201, got 500: \"oops\",\r\n<html>"),
                request(1, Outcome.TIMEOUT, "ünïcode ✓"),
                new RequestRecord(
                        1, "worker-journey", "assign", -5, 0, Long.MAX_VALUE, Outcome.EMPTY, 503, "", 0, "", "", 0, 0));

        assertThat(writeAndRead(written)).isEqualTo(written);
    }

    @Test
    void recordsLongerThanTheBufferAreRead() {
        List<RequestRecord> written = IntStream.range(0, 5)
                .mapToObj(i -> request(i, Outcome.WRONG, ",x".repeat(40_000 * i)))
                .toList();

        assertThat(writeAndRead(written)).isEqualTo(written);
    }

    @Test
    void recordsOfManyThreadsAreAllWritten() {
        Path file = folder.resolve("requests.csv");
        try (RequestLog log = RequestLog.create(file)) {
            IntStream.range(0, 50_000).parallel().forEach(i -> log.append(request(i, Outcome.SUCCESS, "")));
        }

        assertThat(read(file)).extracting(RequestRecord::phase).hasSize(50_000).doesNotHaveDuplicates();
    }

    @Test
    void recordsReachTheDiskWhileTheLogIsOpen() {
        Path file = folder.resolve("requests.csv");
        try (RequestLog log = RequestLog.create(file)) {
            log.append(request(0, Outcome.SUCCESS, ""));
            await().until(() -> read(file).size() == 1);
        }
    }

    @Test
    void aTornLastLineIsNoRecord() throws IOException {
        Path file = folder.resolve("requests.csv");
        try (RequestLog log = RequestLog.create(file)) {
            log.append(request(0, Outcome.SUCCESS, ""));
        }
        Files.writeString(file, "0,queue-assignment,assign,1,2,3,SUCC", StandardOpenOption.APPEND);

        assertThat(read(file)).containsExactly(request(0, Outcome.SUCCESS, ""));
    }

    @Test
    void anotherFormatIsRefusedByFileAndLine() throws IOException {
        Path file = folder.resolve("requests.csv");
        Files.writeString(file, "# crosscheck/requests/1\n");

        assertThatThrownBy(() -> RequestReader.open(file))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("requests.csv")
                .hasMessageContaining("crosscheck/requests/2");
    }

    @Test
    void aFieldThatIsNoNumberIsRefusedByLine() throws IOException {
        Path file = folder.resolve("requests.csv");
        Files.writeString(file, RequestLog.FORMAT + "\n" + RequestLog.COLUMNS + "\n0,s,o,1,x,3,SUCCESS,200,,0,,,0,0\n");

        assertThatThrownBy(() -> read(file)).isInstanceOf(RunError.class).hasMessageContaining("no number: x");
    }

    @Test
    void aMissingFileHoldsNoRecords() {
        assertThat(read(folder.resolve("absent.csv"))).isEmpty();
    }

    @Test
    void phasesAreHandedOverOneByOne() {
        Path file = folder.resolve("requests.csv");
        try (RequestLog log = RequestLog.create(file)) {
            IntStream.of(0, 0, 1, 3, 3, 3).forEach(phase -> log.append(request(phase, Outcome.SUCCESS, "")));
        }
        List<Integer> sizes = new ArrayList<>();
        RequestReader.forEachPhase(file, requests -> sizes.add(requests.size()));

        assertThat(sizes).containsExactly(2, 1, 3);
    }

    private List<RequestRecord> writeAndRead(List<RequestRecord> requests) {
        Path file = folder.resolve("requests.csv");
        try (RequestLog log = RequestLog.create(file)) {
            requests.forEach(log::append);
        }
        return read(file);
    }

    private static List<RequestRecord> read(Path file) {
        try (RequestReader reader = RequestReader.open(file)) {
            List<RequestRecord> requests = new ArrayList<>();
            reader.forEachRemaining(requests::add);
            return requests;
        }
    }

    private static RequestRecord request(int phase, Outcome outcome, String mismatch) {
        return new RequestRecord(
                phase,
                "queue-assignment",
                "assign",
                1_000,
                1_010,
                4_711,
                outcome,
                200,
                mismatch,
                17,
                "0f0e0d0c-0b0a-4908-8706-050403020100",
                "reschedule",
                120,
                345);
    }
}
