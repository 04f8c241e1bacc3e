package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import crosscheck.observation.Event;
import crosscheck.observation.JsonLines;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class IncidentsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Incidents.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> console = new ArrayList<>();

    private RunFolder folder;
    private Journal journal;
    private Incidents incidents;

    @BeforeEach
    void begin(@TempDir Path path) {
        folder = RunFolder.create(path.resolve("run"));
        journal = new Journal(folder);
        incidents = new Incidents(journal, console::add);
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void end() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        journal.close();
    }

    @Test
    void aStepThatFailsCutsTheRunShortAndIsTold() {
        incidents.attempt(() -> {
            throw new IllegalStateException("no state");
        });
        incidents.attempt(() -> console.add("another step"));

        assertThat(incidents.isCutShort()).isTrue();
        assertThat(console).containsExactly("crosscheck itself failed: java.lang.IllegalStateException: no state");
        assertThat(log.list).hasSize(1);
        assertThat(kinds()).containsExactly(Event.Kind.HARNESS_FAILED);
    }

    @Test
    void aStepUnderWayWhenTheRunIsStoppedMayFindTheJournalClosed() {
        incidents.attempt(() -> {
            incidents.stoppedFromOutside();
            journal.close();
            journal.event(Event.Kind.HARNESS_FAILED, null, "too late");
        });

        assertThat(console).isEmpty();
        assertThat(log.list).isEmpty();
        assertThat(kinds()).containsExactly(Event.Kind.INTERRUPTED);
    }

    private List<Event.Kind> kinds() {
        return JsonLines.read(folder.events(), Event.class).stream()
                .map(Event::kind)
                .toList();
    }
}
