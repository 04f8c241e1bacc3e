package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.standin.Client.Answer;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractIT {
    private static Backends backends;
    private static final Map<Implementation, StandIn> STAND_INS = new EnumMap<>(Implementation.class);

    @BeforeAll
    static void start() throws Exception {
        backends = new Backends();
        for (Implementation implementation : Implementation.values()) {
            STAND_INS.put(implementation, StandIn.start(implementation, backends.settings(implementation)));
        }
        for (Implementation implementation : Implementation.values()) {
            Awaitility.await()
                    .until(() -> client(implementation).get("/api/health").status() == 200);
        }
    }

    @AfterAll
    static void stop() {
        STAND_INS.values().forEach(StandIn::close);
        backends.close();
    }

    @BeforeEach
    void reset() {
        backends.reset(3);
    }

    private static Client client(Implementation implementation) {
        return new Client(STAND_INS.get(implementation).port());
    }

    @ParameterizedTest
    @EnumSource
    void anItemGoesFromScheduleToResult(Implementation implementation) {
        Client client = client(implementation);
        Answer scheduled = client.post("/api/queue", "{'codebase':'c0','campaign':'lint','context':{'n':[1.50,1e2]}}");
        assertThat(scheduled.status()).isEqualTo(201);
        assertThat(scheduled.header("Location"))
                .isEqualTo("/api/queue/" + scheduled.body().get("id").asLong());
        Answer assigned = client.assign("worker-1");
        assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
        String run = assigned.body().get("run_id").asText();
        Answer progress = client.json(
                "PUT", "/api/queue/" + assigned.body().get("id").asLong() + "/status", "{'status':'in_progress'}");
        assertThat(progress.status()).isEqualTo(200);
        Answer result = client.submit(run);
        assertThat(result.status()).as("%s", result.body()).isEqualTo(201);
        Answer read = client.get("/api/runs/" + run);
        System.out.println(read.body());
        assertThat(client.assign("worker-1").status()).isEqualTo(503);
        Answer list = client.get("/api/runs?codebase=c0");
        assertThat(list.body().get("total").asInt()).isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(client.get("/api/messages?run_id=" + run)
                        .body()
                        .get("items")
                        .findValuesAsText("topic"))
                .containsExactly("run.started", "run.progress", "run.completed"));
    }
}
