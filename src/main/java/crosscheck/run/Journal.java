package crosscheck.run;

import crosscheck.contract.Implementation;
import crosscheck.observation.Event;
import crosscheck.observation.JsonLines;
import crosscheck.observation.RunClock;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;

/** Where a run under way writes what it observes. Closed before the run is judged, so that everything is on disk. */
final class Journal implements AutoCloseable {
    private final RunFolder folder;
    private final RunClock clock = RunClock.start();
    private final Opened writers = new Opened();
    private final JsonLines<Event> events;

    Journal(RunFolder folder) {
        this.folder = folder;
        events = log(folder.events(), Event.class);
    }

    RunFolder folder() {
        return folder;
    }

    RunClock clock() {
        return clock;
    }

    /** A new file of the folder. */
    <T> JsonLines<T> log(Path file, Class<T> type) {
        return writers.add(JsonLines.appendTo(file, type));
    }

    /** Something that writes into the folder until the journal is closed. */
    <T extends AutoCloseable> T add(T writer) {
        return writers.add(writer);
    }

    void event(Event.Kind kind, Implementation implementation, String text) {
        events.append(new Event(clock.micros(), kind, implementation, text));
    }

    @Override
    public void close() {
        writers.close();
    }
}
