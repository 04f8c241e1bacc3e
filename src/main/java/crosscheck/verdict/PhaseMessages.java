package crosscheck.verdict;

import crosscheck.consistency.RunMessage;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.Phase;
import crosscheck.observation.RunFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The messages of a run phase by phase, in the order of time, so that only those of one phase are in memory. */
final class PhaseMessages implements AutoCloseable {
    private final boolean recorded;
    private final TreeSet<Long> starts = new TreeSet<>();
    private final JsonLines.Reader<MessageRecord> messages;

    private PhaseMessages(RunFolder folder, Collection<Phase> ran) {
        recorded = Files.exists(folder.messages());
        ran.forEach(phase -> starts.add(phase.startMicros()));
        messages = JsonLines.reader(folder.messages(), MessageRecord.class);
    }

    static PhaseMessages of(RunFolder folder, Collection<Phase> ran) {
        return new PhaseMessages(folder, ran);
    }

    /**
     * What came from the phase's beginning until the next one began; {@code null} where nothing was recorded or the phase
     * did not end. To be asked for in the order of the phases.
     */
    List<RunMessage> of(Phase phase) {
        if (!recorded || phase == null) {
            return null;
        }
        Long next = starts.higher(phase.startMicros());
        List<RunMessage> found = new ArrayList<>();
        while (messages.hasNext() && (next == null || messages.peek().atMicros() < next)) {
            MessageRecord message = messages.next();
            if (message.atMicros() >= phase.startMicros()) {
                found.add(RunMessage.of(message));
            }
        }
        return found;
    }

    @Override
    public void close() {
        messages.close();
    }
}
