package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Implementation;
import crosscheck.standin.Client.Answer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault does what it says, and nothing before its turn. */
class FaultIT {
    private static Backends backends;

    private StandIn standIn;
    private Client client;

    @BeforeAll
    static void startBackends() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    @BeforeEach
    void fill() {
        backends.reset(150);
        backends.fillQueue();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void slowAnswersLateWithoutKeepingThreads() {
        plant(LoadFault.SLOW);
        long start = System.nanoTime();
        CompletableFuture<Answer> assigned = CompletableFuture.supplyAsync(() -> client.assign("w"));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> client.assign("w"));
        Awaitility.await().until(() -> backends.number("SELECT count(*) FROM run") == 2);
        assertThat(client.get("/api/queue").status()).isEqualTo(200);
        assertThat(List.of(assigned.join().status(), other.join().status())).containsOnly(200);
        assertThat(System.nanoTime() - start).isGreaterThan(1_200_000_000L);
    }

    @Test
    void errorsHitEvery33rdRequestAndChangeNothing() {
        plant(LoadFault.ERRORS);
        List<Answer> answers = assign(66);
        assertThat(IntStream.range(0, 66).filter(i -> answers.get(i).status() == 500))
                .containsExactly(32, 65);
        assertThat(answers.get(32).code()).isEqualTo("internal");
        assertThat(backends.number("SELECT count(*) FROM run")).isEqualTo(64);
    }

    @Test
    void connectionLeakOpensOneMoreForEvery40th() {
        plant(LoadFault.CONNECTION_LEAK);
        String connections = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'crosscheck-rust'";
        Awaitility.await().until(() -> backends.number(connections) == 10);
        assign(80);
        assertThat(backends.number(connections)).isEqualTo(12);
    }

    @Test
    void memoryLeakTakesMemoryOutsideTheHeap() {
        plant(LoadFault.MEMORY_LEAK);
        long before = directMemory();
        assign(40);
        assertThat(directMemory() - before).isGreaterThan(39 * 256 << 10);
    }

    @Test
    void doubleAssignRepeatsEveryFifth() {
        plant(LoadFault.DOUBLE_ASSIGN);
        List<String> ids =
                assign(24).stream().map(answer -> answer.body().toString()).toList();
        assertThat(IntStream.range(1, 24).filter(i -> ids.get(i).equals(ids.get(i - 1))))
                .containsExactly(4, 9, 14, 19);
        assertThat(backends.number("SELECT count(*) FROM run")).isEqualTo(20);
    }

    @Test
    void lostResultIsAcceptedAndAnnouncedButNotThere() {
        plant(LoadFault.LOST_RESULT);
        List<String> runs = assign(20).stream()
                .map(answer -> answer.body().get("run_id").asText())
                .toList();
        assertThat(runs).allMatch(run -> client.submit(run).status() == 201);
        String last = runs.get(19);
        assertThat(client.get("/api/runs/" + last).body().get("status").asText())
                .isEqualTo("running");
        assertThat(backends.number("SELECT count(*) FROM run WHERE status = 'completed'"))
                .isEqualTo(19);
        assertThat(backends.number("SELECT count(*) FROM queue WHERE status = 'assigned'"))
                .isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(client.get("/api/messages?run_id=" + last)
                        .body()
                        .get("items")
                        .findValuesAsText("topic"))
                .containsExactly("run.started", "run.completed"));
    }

    @Test
    void falseEmptyHidesThePendingFromEvery33rd() {
        plant(LoadFault.FALSE_EMPTY);
        List<Answer> answers = assign(66);
        assertThat(IntStream.range(0, 66).filter(i -> answers.get(i).status() == 503))
                .containsExactly(32, 65);
        assertThat(answers.get(32).body().toString()).isEqualTo("{\"reason\":\"queue empty\"}");
    }

    @Test
    void resultInPartLacksItsBranches() {
        plant(LoadFault.RESULT_IN_PART);
        submit(20);
        assertThat(backends.number("SELECT count(*) FROM run WHERE status = 'completed'"))
                .isEqualTo(20);
        assertThat(backends.number("SELECT count(*) FROM run_branch")).isEqualTo(19);
    }

    @Test
    void itemLostGoesWithEvery20thResult() {
        plant(LoadFault.ITEM_LOST);
        submit(20);
        assertThat(backends.number("SELECT count(*) FROM queue")).isEqualTo(150 - 20 - 1);
    }

    @Test
    void completionLostIsEvery20th() {
        plant(LoadFault.COMPLETION_LOST);
        List<String> runs = submit(21);
        assertThat(topics(runs.get(20), 2)).containsExactly("run.started", "run.completed");
        assertThat(topics(runs.get(19), 1)).containsExactly("run.started");
    }

    @Test
    void completionRepeatedIsEvery20th() {
        plant(LoadFault.COMPLETION_REPEATED);
        List<String> runs = submit(20);
        assertThat(topics(runs.get(19), 3)).containsExactly("run.started", "run.completed", "run.completed");
        assertThat(topics(runs.get(18), 2)).containsExactly("run.started", "run.completed");
    }

    @Test
    void startedLateComesAfterTheNextOfEveryFifthRun() {
        plant(LoadFault.STARTED_LATE);
        List<String> runs = submit(5);
        assertThat(topics(runs.get(4), 2)).containsExactly("run.completed", "run.started");
        assertThat(topics(runs.get(3), 2)).containsExactly("run.started", "run.completed");
    }

    @Test
    void bucketPassedOverGivesEveryTenthOfTheLast() {
        backends.execute("UPDATE queue SET bucket = 'manual' WHERE id % 2 = 0");
        plant(LoadFault.BUCKET_PASSED_OVER);
        List<Answer> answers = assign(20);
        assertThat(IntStream.range(0, 20)
                        .filter(i ->
                                answers.get(i).body().get("bucket").asText().equals("default")))
                .containsExactly(9, 19);
    }

    @Test
    void commandOfAnotherIsThatOfTheOneBefore() {
        backends.execute("UPDATE queue SET command = 'command ' || id");
        plant(LoadFault.COMMAND_OF_ANOTHER);
        List<String> commands = assign(10).stream()
                .map(answer -> answer.body().get("command").asText())
                .toList();
        assertThat(IntStream.range(1, 10).filter(i -> commands.get(i).equals(commands.get(i - 1))))
                .containsExactly(4, 9);
    }

    private void plant(Fault fault) {
        standIn = StandIn.start(Implementation.RUST, backends.settings(Implementation.RUST, fault));
        client = new Client(standIn.port());
        Awaitility.await().until(() -> client.get("/api/health").status() == 200);
        for (int i = 0; i < UnderLoad.QUIET; i++) {
            client.json("PUT", "/api/queue/0/status", "{\"status\":\"in_progress\"}");
        }
    }

    private List<Answer> assign(int times) {
        return IntStream.range(0, times).mapToObj(i -> client.assign("w")).toList();
    }

    /** Gives results of so many runs, each with a branch. */
    private List<String> submit(int times) {
        List<String> runs = assign(times).stream()
                .map(answer -> answer.body().get("run_id").asText())
                .toList();
        assertThat(runs)
                .allMatch(run -> client.post(
                                        "/api/runs/" + run + "/result",
                                        "{'result_code':'success','result':{},'logfilenames':[],'branches':[{'role':'main'}]}")
                                .status()
                        == 201);
        return runs;
    }

    /** What was received about a run, once there is as much. */
    private List<String> topics(String run, int number) {
        return Awaitility.await()
                .until(
                        () -> client.get("/api/messages?run_id=" + run)
                                .body()
                                .get("items")
                                .findValuesAsText("topic"),
                        topics -> topics.size() >= number);
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
