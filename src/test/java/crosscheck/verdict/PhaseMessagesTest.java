package crosscheck.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.consistency.RunMessage;
import crosscheck.contract.Implementation;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Phase;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseMessagesTest {
    private static final Phase FIRST = phase(0, 100, 200);
    private static final Phase SECOND = phase(1, 300, 400);

    @TempDir
    Path path;

    @Test
    void eachPhaseHasWhatCameBeforeTheNextOneBegan() {
        RunFolder folder = recorded(50, 100, 150, 299, 300, 1_000);

        try (PhaseMessages messages = PhaseMessages.of(folder, List.of(FIRST, SECOND))) {
            assertThat(messages.of(FIRST)).extracting(RunMessage::atMicros).containsExactly(100L, 150L, 299L);
            assertThat(messages.of(SECOND)).extracting(RunMessage::atMicros).containsExactly(300L, 1_000L);
        }
    }

    @Test
    void aPhaseInWhichNothingCameHasNone() {
        try (PhaseMessages messages = PhaseMessages.of(recorded(50, 350), List.of(FIRST, SECOND))) {
            assertThat(messages.of(FIRST)).isEmpty();
            assertThat(messages.of(SECOND)).hasSize(1);
            assertThat(messages.of(null)).isNull();
        }
    }

    @Test
    void whereNothingWasRecordedNothingIsKnown() {
        try (PhaseMessages messages = PhaseMessages.of(RunFolder.create(path), List.of(FIRST))) {
            assertThat(messages.of(FIRST)).isNull();
        }
    }

    private RunFolder recorded(long... micros) {
        RunFolder folder = RunFolder.create(path);
        try (JsonLines<MessageRecord> lines = JsonLines.appendTo(folder.messages(), MessageRecord.class)) {
            LongStream.of(micros)
                    .forEach(at ->
                            lines.append(new MessageRecord(at, "run.started", "{\"run_id\":\"r\"}".getBytes(UTF_8))));
        }
        return folder;
    }

    private static Phase phase(int index, long start, long end) {
        return new Phase(index, Implementation.RUST, Phase.Kind.LOAD, 0, List.of(), start, end);
    }
}
