package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Implementation;
import crosscheck.standin.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract's invariants with many clients, on one database that three processes of both architectures share. */
class ConcurrencyIT {
    private static final int CLIENTS = 16;
    private static Backends backends;

    private final List<StandIn> standIns = new ArrayList<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @BeforeAll
    static void startBackends() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    @BeforeEach
    void start() {
        for (Implementation implementation :
                List.of(Implementation.RUST, Implementation.PYTHON, Implementation.PYTHON)) {
            standIns.add(StandIn.start(implementation, backends.settings(implementation)));
        }
        for (int i = 0; i < standIns.size(); i++) {
            int which = i;
            Awaitility.await().until(() -> client(which).get("/api/health").status() == 200);
        }
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        standIns.forEach(StandIn::close);
    }

    private Client client(int i) {
        return new Client(standIns.get(i % standIns.size()).port());
    }

    @Test
    void everyItemIsGivenOnceAndNobodyIsToldEmptyTooEarly() throws Exception {
        int items = 240;
        backends.reset(items);
        backends.fillQueue();
        Set<String> given = ConcurrentHashMap.newKeySet();
        List<Integer> empties = together(i -> {
            int early = 0;
            for (int round = 0; round < items / CLIENTS; round++) {
                Answer answer = client(i).assign("w" + i);
                if (answer.status() == 200) {
                    assertThat(given.add(answer.body().get("id").asText())).isTrue();
                } else {
                    early++;
                }
            }
            return early;
        });
        assertThat(empties).containsOnly(0);
        assertThat(given).hasSize(items);
        assertThat(backends.number("SELECT count(DISTINCT run_id) FROM queue WHERE status = 'assigned'"))
                .isEqualTo(items);
        assertThat(client(0).assign("late").status()).isEqualTo(503);
    }

    @Test
    void anItemThatIsNotPendingIsNoReasonForEmptyNorIsALowerBucketPreferred() throws Exception {
        backends.reset(64);
        backends.fillQueue();
        backends.execute("UPDATE queue SET bucket = 'manual' WHERE id % 2 = 0");
        // Whoever holds locks on pending rows, and lets go without taking them, must not hide them.
        List<String> firstHalf = together(i -> {
                    List<String> buckets = new ArrayList<>();
                    for (int round = 0; round < 2; round++) {
                        long id = backends.number("SELECT min(id) FROM queue WHERE status = 'pending'");
                        client(i).json("PUT", "/api/queue/" + id + "/status", "{'status':'in_progress'}");
                        buckets.add(client(i).assign("w").body().get("bucket").asText());
                    }
                    return buckets;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(firstHalf).hasSize(32).containsOnly("manual");
    }

    @Test
    void ofManyResultsForARunOneIsAcceptedWholeAndAnnouncedOnce() throws Exception {
        backends.reset(1);
        for (int round = 0; round < 10; round++) {
            backends.fillQueue();
            Answer assigned = client(round).assign("w");
            String run = assigned.body().get("run_id").asText();
            String status = "/api/queue/" + assigned.body().get("id").asText() + "/status";
            List<Integer> answers = together(i -> i == 0
                    ? client(1).json("PUT", status, "{'status':'in_progress'}").status()
                    : client(i)
                            .post(
                                    "/api/runs/" + run + "/result",
                                    "{'result_code':'r" + i + "','result':{'by':" + i + "},'logfilenames':['" + i
                                            + "'],'branches':[{'role':'" + i + "'}]}")
                            .status());
            assertThat(answers.subList(1, CLIENTS)).containsOnlyOnce(201).containsOnly(201, 409);
            String winner = "r" + answers.indexOf(201);
            JsonNode stored = client(0).get("/api/runs/" + run).body();
            assertThat(stored.get("result_code").asText()).isEqualTo(winner);
            assertThat(stored.get("logfilenames").get(0).asText()).isEqualTo(winner.substring(1));
            assertThat(stored.get("branches").findValuesAsText("role")).containsExactly(winner.substring(1));
            assertThat(backends.number("SELECT count(*) FROM queue")).isZero();
            boolean progressed = answers.get(0) == 200;
            List<String> expected = progressed
                    ? List.of("run.started", "run.progress", "run.completed")
                    : List.of("run.started", "run.completed");
            for (int i = 0; i < standIns.size(); i++) {
                Client client = client(i);
                Awaitility.await().untilAsserted(() -> assertThat(client.get("/api/messages?run_id=" + run)
                                .body()
                                .get("items")
                                .findValuesAsText("topic"))
                        .isEqualTo(expected));
            }
        }
    }

    @Test
    void theQueueIsConserved() throws Exception {
        backends.reset(CLIENTS);
        List<long[]> counts = together(i -> {
            long scheduled = 0;
            long gone = 0;
            for (int round = 0; round < 20; round++) {
                Client client = client(i + round);
                Answer item =
                        client.post("/api/queue", "{'codebase':'c" + (i + round) % CLIENTS + "','campaign':'lint'}");
                scheduled += item.status() == 201 ? 1 : 0;
                if (round % 3 == 0 && item.status() == 201) {
                    gone += client.delete(item.header("Location")).status() == 204 ? 1 : 0;
                }
                Answer assigned = client.assign("w");
                if (assigned.status() == 200) {
                    gone += client.submit(assigned.body().get("run_id").asText())
                                            .status()
                                    == 201
                            ? 1
                            : 0;
                }
            }
            return new long[] {scheduled, gone};
        });
        long scheduled = counts.stream().mapToLong(count -> count[0]).sum();
        long gone = counts.stream().mapToLong(count -> count[1]).sum();
        assertThat(scheduled).isPositive();
        assertThat(backends.number("SELECT count(*) FROM queue")).isEqualTo(scheduled - gone);
    }

    /** What each of the clients does, all at once. */
    @FunctionalInterface
    private interface Part<T> {
        T play(int client) throws Exception;
    }

    private <T> List<T> together(Part<T> part) throws Exception {
        List<Callable<T>> parts = IntStream.range(0, CLIENTS)
                .mapToObj(i -> (Callable<T>) () -> part.play(i))
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> result : clients.invokeAll(parts)) {
            results.add(result.get());
        }
        return results;
    }
}
