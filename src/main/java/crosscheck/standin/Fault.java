package crosscheck.standin;

import crosscheck.RunError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The defects that can be planted in a stand-in. All are counted out, none is a matter of chance. */
public enum Fault {
    /** Assignments and accepted results are answered 1.2 s late, without keeping a thread. */
    SLOW(
            Set.of(
                    "load.queue-assignment.p95",
                    "load.result-submission.p95",
                    "load.worker-journey.p95",
                    "response-time.gross"),
            server -> Defects.late(Operations.LOADED, 1200)),

    /** Every 33rd request of an operation that workers use is answered 500 before anything is done. */
    ERRORS(
            Set.of(
                    "load.queue-assignment.error-rate",
                    "load.result-submission.error-rate",
                    "load.worker-journey.error-rate"),
            server -> Defects.every(
                    33, Operations.WORKER, request -> Refusal.internal().response())),

    /** Each assignment and each result keeps 256 KiB for good, up to 700 MiB. */
    MEMORY_LEAK(
            Set.of("memory.gross-growth", "memory.ratio"),
            server -> Defects.before(1, Operations.LOADED, new Leaks.Memory(256 << 10, 700 << 20))),

    /** Every 40th assignment or result opens a database connection for good, up to 100. */
    CONNECTION_LEAK(
            Set.of("connections.gross-growth"),
            server -> Defects.before(40, Operations.LOADED, new Leaks.Connections(server, 100))),

    /** After 100 assignments, every twelfth is the one before once more: two workers have the same item. */
    DOUBLE_ASSIGN(
            Set.of("invariant.single-assignment", "load.worker-journey.error-rate"),
            server -> new DoubleAssign(100, 12)),

    /** Every 20th result is accepted and announced, but not stored. */
    LOST_RESULT(
            Set.of("invariant.result-durability", "invariant.queue-conservation"),
            server -> Defects.rolledBack(20, Operations.SUBMIT_RESULT)),

    /** Every 33rd worker that asks for an item is told that the queue is empty. */
    FALSE_EMPTY(
            Set.of("invariant.no-false-empty", "load.queue-assignment.error-rate"),
            server -> Defects.every(33, Set.of(Operations.ASSIGN), request -> Assignments.queueEmpty()));

    private final Set<String> gates;
    private final Function<DataSource, Defect> defect;

    Fault(Set<String> gates, Function<DataSource, Defect> defect) {
        this.gates = gates;
        this.defect = defect;
    }

    /** The name used in configuration, for example {@code double-assign}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ids of exactly those gates that fail when this fault alone is planted in {@code rust}, profile {@code smoke}. */
    public Set<String> gates() {
        return gates;
    }

    /**
     * The fault of that name.
     *
     * @throws RunError where there is none, naming those there are
     */
    public static Fault named(String id) {
        return Arrays.stream(values())
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RunError.configuration("there is no fault " + id + "; known are "
                        + Arrays.stream(values()).map(Fault::id).collect(Collectors.joining(", "))));
    }

    /** The faults of a comma-separated list, which may be empty. */
    public static List<Fault> list(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(Fault::named)
                .toList();
    }

    Defect planted(DataSource server) {
        return defect.apply(server);
    }
}
