package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    private static final QueueCount FIRST = new QueueCount(0, Map.of("default", 1L), Map.of("default", 1L), 2, 3);
    private static final QueueCount SECOND =
            new QueueCount(1, Map.of("manual", 4L, "default", 0L), Map.of("manual", 4L, "default", 0L), 5, 6);

    @TempDir
    Path folder;

    @Test
    void whatWasAppendedIsReadAgain() {
        assertThat(JsonLines.read(written(), QueueCount.class)).containsExactly(FIRST, SECOND);
    }

    @Test
    void aTornLastLineIsNoEntry() throws IOException {
        Path file = written();
        Files.writeString(file, "{\"phase\":2,\"pend", StandardOpenOption.APPEND);

        assertThat(JsonLines.read(file, QueueCount.class)).containsExactly(FIRST, SECOND);
    }

    @Test
    void fieldsOfALaterVersionAreSkipped() throws IOException {
        Path file = written();
        Files.writeString(file, Files.readString(file).replace("{\"phase\"", "{\"later\":{\"a\":1},\"phase\""));

        assertThat(JsonLines.read(file, QueueCount.class)).containsExactly(FIRST, SECOND);
    }

    @Test
    void aMissingFileHasNoEntries() {
        assertThat(JsonLines.read(folder.resolve("absent.jsonl"), QueueCount.class))
                .isEmpty();
    }

    private Path written() {
        Path file = folder.resolve("queue-counts.jsonl");
        try (JsonLines<QueueCount> lines = JsonLines.appendTo(file, QueueCount.class)) {
            lines.append(FIRST);
            lines.append(SECOND);
        }
        return file;
    }
}
