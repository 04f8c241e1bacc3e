package crosscheck.standin;

import java.util.concurrent.CompletableFuture;

/** Gives an item that was just given to one worker to the next one too. */
final class DoubleAssign implements Defect {
    private final long period;
    private long given;
    private Response last;

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
        boolean due = (given + 1) % period == 0;
        if (due) {
            given++;
        }
        return due ? last : null;
    }

    private synchronized Response remembered(Response response) {
        if (response.status() == 200) {
            given++;
            last = response;
        }
        return response;
    }
}
