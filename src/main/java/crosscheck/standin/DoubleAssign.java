package crosscheck.standin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Gives an item that was just given to one worker to the next one too. */
final class DoubleAssign implements Defect {
    /** Between two phases the database is reset, and what was given before it is no item any more. */
    private static final Duration JUST_NOW = Duration.ofMillis(500);

    private final long period;
    private long given;
    private Response last;
    private long lastNanos;

    DoubleAssign(long period) {
        this.period = period;
    }

    @Override
    public Handler around(String operation, Handler handler) {
        if (!operation.equals(Operations.ASSIGN)) {
            return handler;
        }
        return request -> {
            Response repeated = repeated();
            return repeated != null
                    ? CompletableFuture.completedFuture(repeated)
                    : handler.handle(request).thenApply(this::remembered);
        };
    }

    private synchronized Response repeated() {
        boolean due = (given + 1) % period == 0 && System.nanoTime() - lastNanos < JUST_NOW.toNanos();
        if (due) {
            given++;
        }
        return due ? last : null;
    }

    private synchronized Response remembered(Response response) {
        if (response.status() == 200) {
            given++;
            last = response;
            lastNanos = System.nanoTime();
        }
        return response;
    }
}
