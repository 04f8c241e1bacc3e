package crosscheck.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a service has yet to work off of requests that their clients have given up. It may wait where no database shows it, in
 * the service's own queues; who asks for work anew waits behind it.
 */
public final class Backlog {
    /** Work of which there is none, so that nothing is taken. */
    private static final String ASKED_FOR = "/api/queue/next?codebase=crosscheck-no-such-codebase";

    /** Each worker of a service may have a queue of its own. */
    private static final int ASKED = 8;

    private final Duration atMost;
    private final Http http;

    /** @param atMost how long to wait */
    public Backlog(Duration atMost) {
        this.atMost = atMost;
        http = new Http(atMost.multipliedBy(2));
    }

    /**
     * Waits until nothing is left. Who is refused, or not answered at all, waits behind nobody.
     *
     * @param runner its base URL
     * @return whether nothing is left
     */
    public boolean awaitWorkedOff(URI runner) {
        List<CompletableFuture<Boolean>> asked =
                Stream.generate(() -> isWorkedOff(runner)).limit(ASKED).toList();
        return asked.stream().allMatch(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> isWorkedOff(URI runner) {
        return http.ask(runner, ASKED_FOR, Map.of("X-Worker-Name", "crosscheck"))
                .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> !(failure instanceof TimeoutException));
    }
}
