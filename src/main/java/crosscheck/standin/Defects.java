package crosscheck.standin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The forms that most defects have. */
final class Defects {
    private Defects() {}

    /** True on every n-th call. */
    private static final class Counter {
        private final AtomicLong calls = new AtomicLong();
        private final long period;

        Counter(long period) {
            this.period = period;
        }

        boolean isDue() {
            return calls.incrementAndGet() % period == 0;
        }
    }

    /** Answers late. */
    static Defect late(Set<String> operations, long millis) {
        return around(
                operations,
                handler -> request -> handler.handle(request).thenCompose(response -> new CompletableFuture<Response>()
                        .completeOnTimeout(response, millis, TimeUnit.MILLISECONDS)));
    }

    /** Answers at a pace, without keeping a thread. */
    static Defect paced(Set<String> operations, Pace pace) {
        return around(
                operations,
                handler -> request -> handler.handle(request).thenCompose(response -> new CompletableFuture<Response>()
                        .completeOnTimeout(response, pace.waitNanos(System.nanoTime()), TimeUnit.NANOSECONDS)));
    }

    /** Answers every n-th request of each operation instead of carrying it out. */
    static Defect every(long n, Set<String> operations, Handler.Blocking answer) {
        return every(n, around(operations, handler -> Handler.blocking(answer)));
    }

    /** Carries every n-th request of each operation out as the defect does. */
    static Defect every(long n, Defect defect) {
        return new Defect() {
            @Override
            public Handler around(String operation, Handler handler) {
                Counter requests = new Counter(n);
                Handler other = defect.around(operation, handler);
                return request -> (requests.isDue() ? other : handler).handle(request);
            }
        };
    }

    /** Does something before every n-th request of these operations together. */
    static Defect before(long n, Set<String> operations, SideEffect effect) {
        Counter requests = new Counter(n);
        return around(operations, handler -> request -> {
            if (requests.isDue()) {
                effect.happen();
            }
            return handler.handle(request);
        });
    }

    /** Undoes every n-th transaction of an operation, and goes on as if it had been committed. */
    static Defect rolledBack(long n, String victim) {
        return committing(n, victim, Connection::rollback);
    }

    /** Changes what every n-th transaction of an operation commits. */
    static Defect committing(long n, String victim, Change change) {
        Counter transactions = new Counter(n);
        return new Defect() {
            @Override
            public void beforeCommit(String operation, Connection connection) throws SQLException {
                if (operation.equals(victim) && transactions.isDue()) {
                    change.to(connection);
                }
            }
        };
    }

    /** Sends something else for every n-th message of a topic. */
    static Defect sending(long n, Topic topic, UnaryOperator<List<Message>> change) {
        Counter messages = new Counter(n);
        return Message.instead(
                message -> message.isOf(topic) && messages.isDue() ? change.apply(List.of(message)) : List.of(message));
    }

    /** Carries these operations out in another way. */
    static Defect around(Set<String> operations, UnaryOperator<Handler> change) {
        return new Defect() {
            @Override
            public Handler around(String operation, Handler handler) {
                return operations.contains(operation) ? change.apply(handler) : handler;
            }
        };
    }

    /** What is done inside a transaction that is about to be committed. */
    @FunctionalInterface
    interface Change {
        void to(Connection connection) throws SQLException;
    }

    /** Something that a defect does besides. */
    @FunctionalInterface
    interface SideEffect {
        void happen() throws SQLException;
    }
}
