package crosscheck.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import crosscheck.observation.ExchangeRecord;
import crosscheck.verdict.Finding;
import java.util.List;

/**
 * An exchange of a check that the proxy did something to.
 *
 * @param rust the exchange as the client saw it
 * @param operationsSince its operation and those of the steps after it
 * @param effect what the contract says of it
 */
record Disturbance(ExchangeRecord rust, List<String> operationsSince, Passage passage, EqualRow.Effect effect) {

    /** What changed an id or a row shows only later. */
    boolean mayShowAs(Finding finding) {
        return operationsSince.contains(finding.operation());
    }

    /** For a reader: the request, what was answered, what came. */
    String shown() {
        String honest = passage.honest()
                .map(it -> it.start() + " " + it.headers() + " " + new String(it.body(), UTF_8))
                .orElse("nothing");
        return "%s of %s\n  asked %s %s\n  answered %s\n  came %d %s %s %s"
                .formatted(
                        effect,
                        rust.operation(),
                        passage.request().start(),
                        new String(passage.request().body(), UTF_8),
                        honest,
                        rust.status(),
                        rust.failure(),
                        rust.headers(),
                        new String(rust.body(), UTF_8));
    }
}
