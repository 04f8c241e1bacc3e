package crosscheck.benchmark;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.time.Duration;

/** A worker's journeys as fast as the generator can drive them, by as many workers as keep it busy. */
abstract class Generator extends Simulation {
    static final int USERS = 32;

    /** Longer than it is measured; it is ended then. */
    static final Duration DURATION = Duration.ofMinutes(2);

    static URI server() {
        return URI.create(System.getProperty("benchmark.server"));
    }

    final void drive(PopulationBuilder population) {
        setUp(population)
                .protocols(http.shareConnections()
                        .disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .userAgentHeader("crosscheck"));
    }
}
