package crosscheck.standin;

import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Defects that only load brings to light: none shows before {@link UnderLoad#QUIET} requests of workers. */
public enum LoadFault implements Fault {
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

    /** Every twelfth assignment is the one before once more: two workers have the same item. */
    DOUBLE_ASSIGN(
            Set.of("invariant.single-assignment", "load.worker-journey.error-rate"), server -> new DoubleAssign(12)),

    /** Every 20th result is accepted and announced, but not stored. */
    LOST_RESULT(
            Set.of("invariant.result-durability", "invariant.queue-conservation"),
            server -> Defects.rolledBack(20, Operations.SUBMIT_RESULT)),

    /** Every 33rd worker that asks for an item is told that the queue is empty. */
    FALSE_EMPTY(
            Set.of("invariant.no-false-empty", "load.queue-assignment.error-rate"),
            server -> Defects.every(33, Set.of(Operations.ASSIGN), request -> Assignments.queueEmpty())),

    /** Every tenth assignment is of the last bucket that has items. */
    BUCKET_PASSED_OVER(
            Set.of("invariant.bucket-order"),
            server -> Defects.every(
                    10, Twist.of(Set.of(Operations.ASSIGN), server, new OtherOrder(Queue.BUCKET_RANK + " DESC, id"))));

    private final Set<String> gates;
    private final Function<DataSource, Defect> defect;

    LoadFault(Set<String> gates, Function<DataSource, Defect> defect) {
        this.gates = gates;
        this.defect = defect;
    }

    @Override
    public Set<String> gates() {
        return gates;
    }

    @Override
    public Defect planted(DataSource server) {
        return new UnderLoad(defect.apply(server));
    }
}
