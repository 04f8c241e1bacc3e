package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.standin.Client.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised while the database or Redis is out of reach. */
class OutageIT {
    private static Backends backends;

    @BeforeAll
    static void startBackends() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    @ParameterizedTest
    @EnumSource
    void messagesFollowInOrderWhenRedisIsBack(Implementation implementation) throws Exception {
        backends.reset(1);
        backends.fillQueue();
        try (Valve valve = new Valve(backends.redis().getPort());
                StandIn witness = StandIn.start(Implementation.RUST, backends.settings(Implementation.RUST));
                StandIn standIn = StandIn.start(implementation, behind(valve, implementation))) {
            Client listener = new Client(witness.port());
            Client client = new Client(standIn.port());
            Awaitility.await().until(() -> listener.get("/api/health").status() == 200);
            Awaitility.await().until(() -> client.get("/api/health").status() == 200);

            valve.shut();
            long start = System.nanoTime();
            Answer assigned = client.assign("w");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(assigned.status()).isEqualTo(200);
            String run = assigned.body().get("run_id").asText();
            assertThat(client.submit(run).status()).isEqualTo(201);
            Answer health = client.get("/api/health");
            assertThat(health.status() + health.body().toString()).isEqualTo("503{\"status\":\"unavailable\"}");
            assertThat(topics(listener, run)).isEmpty();

            valve.open();
            Awaitility.await().untilAsserted(() -> assertThat(topics(listener, run))
                    .containsExactly("run.started", "run.completed"));
            Awaitility.await().until(() -> client.get("/api/health").status() == 200);
        }
    }

    private static StandInSettings behind(Valve valve, Implementation implementation) {
        URI redis = URI.create("redis://127.0.0.1:" + valve.port());
        return new StandInSettings(
                0, false, backends.database(), redis, 10, implementation.applicationName(), List.of());
    }

    private static List<String> topics(Client client, String run) {
        return client.get("/api/messages?run_id=" + run).body().get("items").findValuesAsText("topic");
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseOutOfReachIsUnavailable(Implementation implementation) {
        StandInSettings settings = backends.settings(implementation);
        URI nowhere = URI.create("postgresql://u:p@127.0.0.1:1/db");
        try (StandIn standIn = StandIn.start(
                implementation,
                new StandInSettings(0, false, nowhere, settings.redis(), 2, "crosscheck-x", List.of()))) {
            Client client = new Client(standIn.port());
            assertThat(client.get("/api/health").status()).isEqualTo(503);
            Answer answer = client.assign("w");
            assertThat(answer.status() + answer.code()).isEqualTo("503unavailable");
            assertThat(client.get("/api/queue/x").status()).isEqualTo(404);
        }
    }
}
