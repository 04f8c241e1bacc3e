package crosscheck.benchmark;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.time.Duration;

/** A worker's journeys as fast as the generator can drive them, by as many workers as keep it busy. */
abstract class Generator extends Simulation {
    static final int USERS = 32;

    /** Longer than what is measured of it. */
    static final Duration DURATION = Duration.ofSeconds(14);

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
