package crosscheck.standin;

import java.sql.Statement;
import java.util.List;
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
            List.of(),
            server -> Defects.late(Operations.LOADED, 1200)),

    /** Every 33rd request of an operation that workers use is answered 500 before anything is done. */
    ERRORS(
            Set.of(
                    "load.queue-assignment.error-rate",
                    "load.result-submission.error-rate",
                    "load.worker-journey.error-rate"),
            List.of(),
            server -> Defects.every(
                    33, Operations.WORKER, request -> Refusal.internal().response())),

    /** Each assignment and each result keeps 256 KiB for good, up to 700 MiB. */
    MEMORY_LEAK(
            Set.of("memory.gross-growth", "memory.ratio"),
            List.of(),
            server -> Defects.before(1, Operations.LOADED, new Leaks.Memory(256 << 10, 700 << 20))),

    /** Every 40th assignment or result opens a database connection for good, up to 100. */
    CONNECTION_LEAK(
            Set.of("connections.gross-growth"),
            List.of(),
            server -> Defects.before(40, Operations.LOADED, new Leaks.Connections(server, 100))),

    /** Every fifth assignment is the one just before once more: two workers have the same item. */
    DOUBLE_ASSIGN(
            Set.of("invariant.single-assignment", "load.worker-journey.error-rate"),
            List.of("invariant.single-assignment/item-assigned-twice"),
            server -> new DoubleAssign(5)),

    /** Every 20th result is accepted and announced, but not stored. */
    LOST_RESULT(
            Set.of("invariant.result-durability", "invariant.queue-conservation"),
            List.of("invariant.result-durability/result-lost", "invariant.queue-conservation/queue-rows-left"),
            server -> Defects.rolledBack(20, Operations.SUBMIT_RESULT)),

    /** Every 20th result is stored without its branches. */
    RESULT_IN_PART(
            Set.of("invariant.result-durability"),
            List.of("invariant.result-durability/result-not-whole"),
            server -> Defects.committing(
                    20,
                    Operations.SUBMIT_RESULT,
                    executing("DELETE FROM run_branch WHERE xmin = pg_current_xact_id()::xid"))),

    /** Every 20th result takes a pending item of the last bucket with it. */
    ITEM_LOST(
            Set.of("invariant.queue-conservation"),
            List.of("invariant.queue-conservation/queue-rows-missing"),
            server -> Defects.committing(20, Operations.SUBMIT_RESULT, executing("""
                    DELETE FROM queue WHERE id = (SELECT id FROM queue WHERE status = 'pending'
                        ORDER BY %s DESC, priority DESC, id DESC LIMIT 1 FOR UPDATE SKIP LOCKED)""".formatted(Queue.BUCKET_RANK)))),

    /** Every 20th result is not announced. */
    COMPLETION_LOST(
            Set.of("invariant.one-completion-message"),
            List.of("invariant.one-completion-message/completion-message-lost"),
            server -> Defects.sending(20, Topic.RUN_COMPLETED, messages -> List.of())),

    /** Every 20th result is announced twice. */
    COMPLETION_REPEATED(
            Set.of("invariant.one-completion-message"),
            List.of("invariant.one-completion-message/completion-message-repeated"),
            server -> Defects.sending(20, Topic.RUN_COMPLETED, messages -> List.of(messages.get(0), messages.get(0)))),

    /** Every fifth {@code run.started} leaves only after the run's next message. */
    STARTED_LATE(
            Set.of("invariant.message-order"),
            List.of("invariant.message-order/messages-out-of-order"),
            server -> new HeldMessage(5)),

    /** Every 33rd worker that asks for an item is told that the queue is empty. */
    FALSE_EMPTY(
            Set.of("invariant.no-false-empty", "load.queue-assignment.error-rate"),
            List.of("invariant.no-false-empty/false-empty"),
            server -> Defects.every(33, Set.of(Operations.ASSIGN), request -> Assignments.queueEmpty())),

    /** Every fifth assignment has the command of the one before it. */
    COMMAND_OF_ANOTHER(Set.of("api.parity"), List.of("api.parity/value"), server -> new SharedBuffer(5, "command")),

    /** Every tenth assignment is of the last bucket that has items. */
    BUCKET_PASSED_OVER(
            Set.of("invariant.bucket-order"),
            List.of("invariant.bucket-order/bucket-passed-over"),
            server -> Defects.every(
                    10, Twist.of(Set.of(Operations.ASSIGN), server, new OtherOrder(Queue.BUCKET_RANK + " DESC, id"))));

    private final Set<String> gates;
    private final List<String> findings;
    private final Function<DataSource, Defect> defect;

    LoadFault(Set<String> gates, List<String> findings, Function<DataSource, Defect> defect) {
        this.gates = gates;
        this.findings = findings;
        this.defect = defect;
    }

    @Override
    public Set<String> gates() {
        return gates;
    }

    @Override
    public List<String> findings() {
        return findings;
    }

    @Override
    public Defect planted(DataSource server) {
        return new UnderLoad(defect.apply(server));
    }

    private static Defects.Change executing(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        };
    }
}
