package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.SecretUrl;
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
    void messagesFollowWhenRedisIsBack(Implementation implementation) throws Exception {
        backends.reset(1);
        backends.fillQueue();
        try (StandIn standIn = StandIn.start(implementation, backends.settings(implementation))) {
            Client client = new Client(standIn.port());
            Awaitility.await().until(() -> client.get("/api/health").status() == 200);
            backends.stopRedis();
            long start = System.nanoTime();
            Answer assigned = client.assign("w");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(assigned.status()).isEqualTo(200);
            String run = assigned.body().get("run_id").asText();
            assertThat(client.submit(run).status()).isEqualTo(201);
            Answer health = client.get("/api/health");
            assertThat(health.status() + health.body().toString()).isEqualTo("503{\"status\":\"unavailable\"}");

            Client listener = new Client(standIn.port());
            backends.startRedis();
            Awaitility.await().until(() -> listener.get("/api/health").status() == 200);
            // The listener may have come back after the messages: it is the next one that shows the way is open.
            client.post("/api/messages", "{'topic':'run.started','payload':1}");
            Awaitility.await()
                    .until(() -> listener.get("/api/messages/rejected")
                                    .body()
                                    .get("total")
                                    .asInt()
                            == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseOutOfReachIsUnavailable(Implementation implementation) {
        StandInSettings settings = backends.settings(implementation);
        SecretUrl nowhere = new SecretUrl(URI.create("postgresql://u:p@127.0.0.1:1/db"));
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
