package crosscheck.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.RunError;
import crosscheck.observation.JsonLines;
import crosscheck.observation.Plan;
import crosscheck.observation.PlannedPhase;
import crosscheck.observation.RequestLog;
import crosscheck.observation.RequestReader;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders of several injectors that ran one plan, as the folder of one run. The blocks of each count as further blocks,
 * one injector's after the other's on the clock of the merged run; cumulative counters go on where those of the folder before
 * ended. What is compared in full stays as it was, in the parts: what it stamps is compared by the clock of its own run.
 */
final class RunMerge {
    private static final long PAUSE_MICROS = 1_000_000;
    private static final List<String> COUNTED_OF_A_SIDE =
            List.of("cpuSeconds", "diskReadBytes", "diskWriteBytes", "databaseReadBytes", "databaseWriteBytes");
    private static final List<String> COUNTED_OF_SERVERS = List.of(
            "commits",
            "rollbacks",
            "blocksHit",
            "blocksRead",
            "redisCommands",
            "hostReceivedBytes",
            "hostSentBytes",
            "hostReadBytes",
            "hostWriteBytes");
    private static final List<String> COUNTED_OF_THE_GENERATOR = List.of(
            "wallOffsetMicros",
            "generatorCpuSeconds",
            "generatorGcMillis",
            "generatorStalledMillis",
            "samplerCpuSeconds",
            "othersCpuSeconds",
            "postgresCpuSeconds");

    private final RunFolder target;
    private final List<PlannedPhase> planned = new ArrayList<>();
    private final Map<String, Map<String, JsonNode>> last = new HashMap<>();
    private long shiftMicros;
    private int firstPhase;
    private int firstBlock;

    private RunMerge(RunFolder target) {
        this.target = target;
    }

    /**
     * Writes the merged folder; those that it was made of stay as they are.
     *
     * @throws RunError where they are not of one plan, or the target exists
     */
    static RunFolder merge(List<RunFolder> parts, Path target) {
        List<String> differences = PlanDifferences.betweenParts(parts);
        if (!differences.isEmpty()) {
            throw RunError.configuration("run: these are not runs of one plan:\n  " + String.join("\n  ", differences));
        }
        if (parts.stream().anyMatch(part -> Plan.read(part.plan()).capacity() != null)) {
            throw RunError.configuration(
                    "run: searches for capacity cannot be merged: each has gone its own way; judge them one by one");
        }
        if (Files.exists(target)) {
            throw RunError.configuration(
                    target + " exists already: judge it again with -Drun=" + target + ", or remove it");
        }
        RunMerge merge = new RunMerge(RunFolder.create(target));
        try (RequestLog requests = RequestLog.create(merge.target.requests())) {
            for (RunFolder part : parts) {
                merge.add(part, requests);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        merge.writePlan(Plan.read(parts.get(0).plan()));
        return merge.target;
    }

    private void add(RunFolder part, RequestLog requests) throws IOException {
        Plan plan = Plan.read(part.plan());
        try (RequestReader reader = RequestReader.open(part.requests())) {
            reader.forEachRemaining(request -> requests.append(request.moved(firstPhase, shiftMicros)));
        }
        long end = copy(part.phases(), target.phases(), List.of());
        end = Math.max(end, copy(part.messages(), target.messages(), List.of()));
        end = Math.max(end, copy(part.resources(), target.resources(), COUNTED_OF_A_SIDE));
        end = Math.max(end, copy(part.servers(), target.servers(), COUNTED_OF_SERVERS));
        end = Math.max(end, copy(part.harness(), target.harness(), COUNTED_OF_THE_GENERATOR));
        copy(part.queueCounts(), target.queueCounts(), List.of());
        copy(part.storedResults(), target.storedResults(), List.of());
        copy(part.events(), target.events(), List.of());
        keepCompared(part);
        plan.phases()
                .forEach(phase -> planned.add(new PlannedPhase(
                        phase.index() + firstPhase,
                        phase.implementation(),
                        phase.kind(),
                        phase.block() + firstBlock,
                        phase.loads())));
        firstPhase += plan.phases().size();
        firstBlock +=
                1 + plan.phases().stream().mapToInt(PlannedPhase::block).max().orElse(-1);
        shiftMicros = end + PAUSE_MICROS;
    }

    /** Lines with their times, phases and blocks moved; returns the last time of them. */
    private long copy(Path from, Path to, List<String> cumulative) throws IOException {
        if (!Files.exists(from)) {
            return shiftMicros;
        }
        long end = shiftMicros;
        Map<String, Map<String, Double>> offsets = new HashMap<>();
        try (JsonLines.Reader<ObjectNode> entries = JsonLines.reader(from, ObjectNode.class);
                var out = Files.newBufferedWriter(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (entries.hasNext()) {
                ObjectNode entry = entries.next();
                for (String field : List.of("atMicros", "startMicros", "endMicros")) {
                    if (entry.hasNonNull(field)) {
                        entry.put(field, entry.get(field).asLong() + shiftMicros);
                        end = Math.max(end, entry.get(field).asLong());
                    }
                }
                move(entry, "index", firstPhase);
                move(entry, "phase", firstPhase);
                move(entry, "block", firstBlock);
                String series =
                        from.getFileName() + " " + entry.path("implementation").asText();
                goOn(
                        entry,
                        cumulative,
                        last.computeIfAbsent(series, key -> new HashMap<>()),
                        offsets.computeIfAbsent(series, key -> new HashMap<>()));
                out.append(entry.toString()).append('\n');
            }
        }
        return end;
    }

    private static void move(ObjectNode entry, String field, int by) {
        if (entry.hasNonNull(field)) {
            entry.put(field, entry.get(field).asInt() + by);
        }
    }

    /** Adds to counters what they had come to before. */
    private static void goOn(
            ObjectNode entry, List<String> cumulative, Map<String, JsonNode> before, Map<String, Double> offsets) {
        for (String field : cumulative) {
            JsonNode value = entry.get(field);
            if (value != null && value.isNumber()) {
                double offset = offsets.computeIfAbsent(
                        field, key -> before.containsKey(key) ? before.get(key).asDouble() - value.asDouble() : 0);
                if (value.isIntegralNumber()) {
                    entry.put(field, value.asLong() + Math.round(offset));
                } else {
                    entry.put(field, value.asDouble() + offset);
                }
                before.put(field, entry.get(field));
            }
        }
    }

    private void keepCompared(RunFolder part) throws IOException {
        String name = part.path().toAbsolutePath().normalize().getFileName().toString();
        RunFolder kept = RunFolder.create(target.parts().resolve(name));
        for (Path file : List.of(
                part.plan(),
                part.checks(),
                part.checkRuns(),
                part.exchanges(),
                part.loadExchanges(),
                part.messages())) {
            if (Files.exists(file)) {
                Files.copy(file, kept.path().resolve(part.path().relativize(file)));
            }
        }
        if (Files.exists(part.ledger()) && !Files.exists(target.ledger())) {
            Files.copy(part.ledger(), target.ledger());
        }
    }

    private void writePlan(Plan first) {
        first.with(planned).write(target.plan());
    }
}
