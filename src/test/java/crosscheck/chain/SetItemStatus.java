package crosscheck.chain;

import static io.gatling.javaapi.core.CoreDsl.StringBody;

import crosscheck.phase.Scenario;
import io.gatling.javaapi.core.ChainBuilder;

/** A worker says that it has begun with the item that the session names. */
final class SetItemStatus {
    private SetItemStatus() {}

    static ChainBuilder of(Load load, Scenario scenario, Recorded recorded) {
        return recorded.request(
                "set-item-status",
                load.put(scenario, "set-item-status", "/api/queue/#{item}/status")
                        .header("Content-Type", "application/json")
                        .body(StringBody("{\"status\":\"in_progress\"}")),
                Answers::setItemStatus);
    }
}
