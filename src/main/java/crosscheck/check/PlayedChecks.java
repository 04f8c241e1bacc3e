package crosscheck.check;

import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the chains of a run check by check, as they were written: casts of one check stand together. */
public final class PlayedChecks {
    private record Window(String check, String cast, long endMicros, List<MessageRecord> messages) {}

    private final Map<String, PlannedCheck> checks = new LinkedHashMap<>();
    private final TreeMap<Long, Window> windows = new TreeMap<>();

    private PlayedChecks(RunFolder folder) {
        try (JsonLines.Reader<PlannedCheck> planned = JsonLines.reader(folder.checks(), PlannedCheck.class)) {
            planned.forEachRemaining(check -> checks.put(check.id(), check));
        }
        try (JsonLines.Reader<CheckRun> runs = JsonLines.reader(folder.checkRuns(), CheckRun.class)) {
            runs.forEachRemaining(this::open);
        }
        try (JsonLines.Reader<MessageRecord> messages = JsonLines.reader(folder.messages(), MessageRecord.class)) {
            messages.forEachRemaining(this::sort);
        }
    }

    /** Every check that the run could play, in the order of the catalogue. */
    public static List<PlannedCheck> planned(RunFolder folder) {
        return JsonLines.read(folder.checks(), PlannedCheck.class);
    }

    /** The chains of each check that the run got to, one list a check, the reference first. */
    public static void forEachCheck(RunFolder folder, Consumer<List<PlayedCheck>> consumer) {
        PlayedChecks chains = new PlayedChecks(folder);
        try (JsonLines.Reader<CheckRun> runs = JsonLines.reader(folder.checkRuns(), CheckRun.class);
                JsonLines.Reader<ExchangeRecord> exchanges =
                        JsonLines.reader(folder.exchanges(), ExchangeRecord.class)) {
            while (runs.hasNext()) {
                PlannedCheck check = chains.checks.get(runs.peek().check());
                List<PlayedCheck> played = new ArrayList<>();
                String id = runs.peek().check();
                while (runs.hasNext() && runs.peek().check().equals(id)) {
                    CheckRun run = runs.next();
                    played.add(new PlayedCheck(check, run, chains.of(run, exchanges), chains.messages(run)));
                }
                if (check != null) {
                    played.sort((one, other) -> Integer.compare(place(one), place(other)));
                    consumer.accept(List.copyOf(played));
                }
            }
        }
    }

    private static int place(PlayedCheck chain) {
        return chain.check().casts().indexOf(chain.run().cast());
    }

    private List<ExchangeRecord> of(CheckRun run, JsonLines.Reader<ExchangeRecord> exchanges) {
        List<ExchangeRecord> found = new ArrayList<>();
        while (exchanges.hasNext() && exchanges.peek().sentMicros() < run.startMicros()) {
            exchanges.next();
        }
        while (exchanges.hasNext() && exchanges.peek().sentMicros() <= run.endMicros() && isOf(run, exchanges.peek())) {
            found.add(exchanges.next());
        }
        return List.copyOf(found);
    }

    private static boolean isOf(CheckRun run, ExchangeRecord exchange) {
        return exchange.check().equals(run.check()) && exchange.cast().equals(run.cast());
    }

    /** A check that was not played has no window. */
    private void open(CheckRun run) {
        if (run.endMicros() > run.startMicros()) {
            windows.put(run.startMicros(), new Window(run.check(), run.cast(), run.endMicros(), new ArrayList<>()));
        }
    }

    private void sort(MessageRecord message) {
        Map.Entry<Long, Window> window = windows.floorEntry(message.atMicros());
        if (window != null && message.atMicros() <= window.getValue().endMicros()) {
            window.getValue().messages().add(message);
        }
    }

    private List<MessageRecord> messages(CheckRun run) {
        Window window = windows.get(run.startMicros());
        boolean own = window != null
                && window.check().equals(run.check())
                && window.cast().equals(run.cast());
        return own ? window.messages() : List.of();
    }
}
