package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Implementation;
import crosscheck.standin.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the contract's endpoint tables against both architectures. */
class ContractIT {
    private static final String NO_RUN = "/api/runs/00000000-0000-4000-8000-000000000000";
    private static final Map<Implementation, StandIn> STAND_INS = new EnumMap<>(Implementation.class);
    private static Backends backends;

    @BeforeAll
    static void start() throws Exception {
        backends = new Backends();
        for (Implementation implementation : Implementation.values()) {
            STAND_INS.put(implementation, StandIn.start(implementation, backends.settings(implementation)));
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
        long item = scheduled.body().get("id").asLong();
        assertThat(scheduled.header("Location")).isEqualTo("/api/queue/" + item);
        assertThat(scheduled.body().toString())
                .isEqualTo(("{'id':" + item + ",'codebase':'c0','campaign':'lint','command':'lintian-brush',"
                                + "'estimated_duration':900,'bucket':'default','priority':0,'status':'pending','run_id':null,"
                                + "'requester':null,'context':{'n':[1.5,100]}}")
                        .replace('\'', '"'));

        Answer assigned = client.assign("worker-1");
        assertThat(assigned.status()).isEqualTo(200);
        String run = assigned.body().get("run_id").asText();
        assertThat(names(assigned.body()))
                .containsExactly(
                        "id", "run_id", "codebase", "campaign", "command", "estimated_duration", "bucket", "context");
        JsonNode running = client.get("/api/runs/" + run).body();
        assertThat(running.get("status").asText()).isEqualTo("running");
        assertThat(running.get("worker").asText()).isEqualTo("worker-1");
        assertThat(running.get("context").isNull()).isTrue();
        assertThat(running.get("instigated_context").toString()).isEqualTo("{\"n\":[1.5,100]}");

        assertThat(setStatus(client, item, "in_progress").body().get("status").asText())
                .isEqualTo("in_progress");
        Answer result = client.post(
                "/api/runs/" + run + "/result",
                "{'result_code':'success','result':{'a':1},'logfilenames':['build.log'],'value':5.0,"
                        + "'branches':[{'role':'main','name':'m'},{'role':'Extra','revision':'r'}]}");
        assertThat(result.status()).isEqualTo(201);
        assertThat(names(result.body()))
                .containsExactly("run_id", "codebase", "campaign", "result_code", "duration", "queue_item_id");
        assertThat(result.body().get("queue_item_id").asLong()).isEqualTo(item);

        JsonNode finished = client.get("/api/runs/" + run).body();
        assertThat(names(finished))
                .containsExactly(
                        "id",
                        "codebase",
                        "campaign",
                        "command",
                        "worker",
                        "start_time",
                        "finish_time",
                        "status",
                        "result_code",
                        "description",
                        "value",
                        "context",
                        "result",
                        "logfilenames",
                        "branches",
                        "instigated_context");
        assertThat(finished.get("branches").findValuesAsText("role")).containsExactly("Extra", "main");
        assertThat(finished.get("value").toString()).isEqualTo("5");
        assertThat(client.get("/api/queue/" + item).code()).isEqualTo("no-such-queue-item");
        assertThat(refusal(client.submit(run))).isEqualTo("409 already-finished");
        Awaitility.await().untilAsserted(() -> assertThat(client.get("/api/messages?run_id=" + run)
                        .body()
                        .get("items")
                        .findValuesAsText("topic"))
                .containsExactly("run.started", "run.progress", "run.completed"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingToAssignIsNoError(Implementation implementation) {
        Answer empty = client(implementation).assign("w");
        assertThat(empty.status()).isEqualTo(503);
        assertThat(empty.body().toString()).isEqualTo("{\"reason\":\"queue empty\"}");
        assertThat(Integer.parseInt(empty.header("Retry-After"))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void assignsByBucketThenPriorityThenIdAndFilters(Implementation implementation) {
        Client client = client(implementation);
        schedule(client, "c0", "lint", "default", 5);
        schedule(client, "c1", "lint", "default", -5);
        schedule(client, "c2", "lint", "manual", 9);
        schedule(client, "c0", "new", "webhook", 0);
        schedule(client, "c1", "new", "reschedule", 0);
        JsonNode listed = client.get("/api/queue").body().get("items");
        assertThat(listed.findValuesAsText("bucket"))
                .containsExactly("manual", "webhook", "reschedule", "default", "default");
        assertThat(client.get("/api/queue?campaign=new&limit=1&offset=1").body().toString())
                .contains("\"total\":2", "reschedule")
                .doesNotContain("webhook");
        assertThat(client.get("/api/queue?limit=1&offset=9").body().toString()).isEqualTo("{\"items\":[],\"total\":5}");
        assertThat(client.get("/api/queue/next?codebase=c1&campaign=", "X-Worker-Name", "w")
                        .body()
                        .get("bucket")
                        .asText())
                .isEqualTo("reschedule");
        List<String> assigned = IntStream.range(0, 4)
                .mapToObj(i -> client.assign("w").body().get("codebase").asText())
                .toList();
        assertThat(assigned).containsExactly("c2", "c0", "c1", "c0");
    }

    @ParameterizedTest
    @EnumSource
    void onlyPendingIsCancelledAndOnlyAssignedProgresses(Implementation implementation) {
        Client client = client(implementation);
        long item = schedule(client, "c0", "lint", "default", 0);
        assertThat(refusal(setStatus(client, item, "in_progress"))).isEqualTo("409 illegal-transition");
        assertThat(refusal(client.post("/api/queue", "{'codebase':'c0','campaign':'lint'}")))
                .isEqualTo("409 already-queued");
        client.assign("w");
        assertThat(refusal(setStatus(client, item, "pending"))).isEqualTo("409 illegal-transition");
        assertThat(refusal(client.delete("/api/queue/" + item))).isEqualTo("409 illegal-transition");
        long other = schedule(client, "c0", "lint", "default", 0);
        assertThat(client.delete("/api/queue/" + other).status()).isEqualTo(204);
        assertThat(refusal(client.delete("/api/queue/" + other))).isEqualTo("404 no-such-queue-item");
    }

    @ParameterizedTest
    @EnumSource
    void runsAreCreatedCorrectedAndDeleted(Implementation implementation) {
        Client client = client(implementation);
        Answer created = client.post(
                "/api/runs",
                "{'codebase':'c0','campaign':'new','start_time':'2020-01-02T03:04:05.5Z','description':'d','value':1.5,"
                        + "'context':[1]}");
        assertThat(created.status()).isEqualTo(201);
        String path = created.header("Location");
        assertThat(created.body().get("start_time").asText()).isEqualTo("2020-01-02T03:04:05.500Z");
        assertThat(created.body().get("logfilenames").toString()).isEqualTo("[]");

        JsonNode changed = client.json("PATCH", path, "{'description':null,'status':'completed'}")
                .body();
        assertThat(changed.get("description").isNull()).isTrue();
        assertThat(changed.get("value").toString()).isEqualTo("1.5");
        assertThat(changed.get("finish_time").isNull()).isFalse();
        assertThat(client.json("PATCH", path, "{'status':'running'}")
                        .body()
                        .get("finish_time")
                        .isNull())
                .isTrue();
        Answer nullStatus = client.json("PATCH", path, "{'status':null}");
        assertThat(refusal(nullStatus) + " " + nullStatus.field()).isEqualTo("422 invalid-field status");
        assertThat(client.submit(path.substring("/api/runs/".length()))
                        .body()
                        .get("queue_item_id")
                        .isNull())
                .isTrue();
        assertThat(client.get(path).body().get("value").toString()).isEqualTo("1.5");
        assertThat(client.get("/api/runs?result_code=success&limit=1")
                        .body()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(refusal(client.delete(path))).isEqualTo("404 no-such-run");
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatTheQueueRefersToIsActive(Implementation implementation) {
        Client client = client(implementation);
        schedule(client, "c0", "lint", "default", 0);
        String path = "/api/runs/" + client.assign("w").body().get("run_id").asText();
        assertThat(refusal(client.delete(path))).isEqualTo("409 run-active");
        assertThat(refusal(client.json("PATCH", path, "{'status':'completed','value':3}")))
                .isEqualTo("409 run-active");
        assertThat(client.get(path).body().get("value").isNull()).isTrue();
        assertThat(client.json("PATCH", path, "{'value':3}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void artifactsAreKeptByteForByte(Implementation implementation) {
        Client client = client(implementation);
        String path = newRun(client);
        byte[] bytes = new byte[16 << 20];
        bytes[7] = -1;
        Answer put = client.put(path + "/artifacts/b.log", bytes);
        assertThat(put.status()).isEqualTo(201);
        assertThat(put.body().get("size").asInt()).isEqualTo(bytes.length);
        assertThat(client.get(path + "/artifacts/b.log").raw().body()).isEqualTo(bytes);
        assertThat(client.put(path + "/artifacts/b.log", "x".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        client.put(path + "/artifacts/A", new byte[0]);
        JsonNode list = client.get(path + "/artifacts").body();
        assertThat(list.get("items").findValuesAsText("name")).containsExactly("A", "b.log");
        assertThat(list.get("items").get(1).get("sha256").asText())
                .isEqualTo("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
        assertThat(refusal(client.put(path + "/artifacts/big", new byte[(16 << 20) + 1])))
                .isEqualTo("413 payload-too-large");
        Answer badName = client.put(path + "/artifacts/a%20b", new byte[1]);
        assertThat(refusal(badName) + " " + badName.field()).isEqualTo("422 invalid-field name");
        assertThat(refusal(client.put(NO_RUN + "/artifacts/a", new byte[1]))).isEqualTo("404 no-such-run");
        assertThat(refusal(client.body(path + "/artifacts/a", "PUT", "text/plain", new byte[1])))
                .isEqualTo("415 unsupported-media-type");
        assertThat(refusal(client.get(path + "/artifacts/none"))).isEqualTo("404 no-such-artifact");
        assertThat(refusal(client.get(NO_RUN + "/artifacts/none"))).isEqualTo("404 no-such-run");
        assertThat(refusal(client.get(NO_RUN + "/artifacts"))).isEqualTo("404 no-such-run");
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(backends.number("SELECT count(*) FROM run_artifact")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void codebasesAreCreatedReplacedAndListedByName(Implementation implementation) {
        Client client = client(implementation);
        Answer created = client.post("/api/codebases", "{'name':'a/ü b','vcs_type':'git','value':1e300}");
        assertThat(created.status()).isEqualTo(201);
        String path = created.header("Location");
        assertThat(path).isEqualTo("/api/codebases/a%2F%C3%BC%20b");
        assertThat(refusal(client.post("/api/codebases", "{'name':'a/ü b'}"))).isEqualTo("409 already-exists");
        Answer replaced = client.json("PUT", path, "{'subpath':'s'}");
        assertThat(replaced.body().toString())
                .isEqualTo("{'name':'a/ü b','branch_url':null,'vcs_type':null,'subpath':'s','value':null}"
                        .replace('\'', '"'));
        assertThat(client.get(path).body()).isEqualTo(replaced.body());
        Answer renamed = client.json("PUT", path, "{'name':'other'}");
        assertThat(refusal(renamed) + " " + renamed.field()).isEqualTo("422 invalid-field name");
        assertThat(refusal(client.json("PUT", "/api/codebases/none", "{}"))).isEqualTo("404 no-such-codebase");
        assertThat(refusal(client.get("/api/codebases/%00"))).isEqualTo("404 no-such-codebase");
        client.post("/api/codebases", "{'name':'Z'}");
        assertThat(client.get("/api/codebases").body().findValuesAsText("name"))
                .containsExactly("Z", "a/ü b", "c0", "c1", "c2");
    }

    @ParameterizedTest
    @EnumSource
    void aCandidateIsReplacedAsAWhole(Implementation implementation) {
        Client client = client(implementation);
        Answer created = client.post(
                "/api/candidates", "{'codebase':'c0','campaign':'lint','value':2,'success_chance':1,'context':{}}");
        assertThat(created.status()).isEqualTo(201);
        Answer replaced = client.post("/api/candidates", "{'codebase':'c0','campaign':'lint','success_chance':0.25}");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().toString())
                .isEqualTo(("{'id':" + created.body().get("id")
                                + ",'codebase':'c0','campaign':'lint','command':'lintian-brush','value':null,"
                                + "'success_chance':0.25,'context':null}")
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @EnumSource
    void aJobUploadsItsArtifactsBeforeItAnswers(Implementation implementation) {
        Client client = client(implementation);
        String path = newRun(client);
        String run = path.substring("/api/runs/".length());
        String job = "{'run_id':'" + run + "','codebase':'c0','campaign':'lint','command':'make','runner_url':'%s'}";
        Answer done = client.post("/api/worker/jobs", job.formatted(client.base() + "/"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(names(done.body())).containsExactly("run_id", "result_code", "result", "logfilenames", "artifacts");
        assertThat(client.get(path + "/artifacts").body().get("items"))
                .isEqualTo(done.body().get("artifacts"));
        assertThat(refusal(client.post("/api/worker/jobs", job.formatted("http://127.0.0.1:1"))))
                .isEqualTo("502 runner-unavailable");
        Answer noUrl = client.post("/api/worker/jobs", job.formatted("ftp://x"));
        assertThat(refusal(noUrl) + " " + noUrl.field()).isEqualTo("422 invalid-field runner_url");
    }

    @ParameterizedTest
    @EnumSource
    void publishingASuccessfulRunCompletesSoonAfter(Implementation implementation) {
        Client client = client(implementation);
        String run = newRun(client).substring("/api/runs/".length());
        String body = "{'run_id':'" + run + "','mode':'attempt-push'}";
        assertThat(refusal(client.post("/api/publish", body))).isEqualTo("409 run-not-successful");
        client.submit(run);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer accepted = client.post("/api/publish", body, "traceparent", "00-" + trace + "-00f067aa0ba902b7-00");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("traceparent")).startsWith("00-" + trace).doesNotContain("00f067aa0ba902b7");
        String publish = accepted.body().get("publish_id").asText();
        Awaitility.await().untilAsserted(() -> assertThat(client.get("/api/publish/" + publish)
                        .body()
                        .get("result_code")
                        .asText())
                .isEqualTo("success"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(client.get("/api/messages?topic=publish.completed&run_id=" + run)
                                .body()
                                .toString())
                        .contains(publish, trace));
        assertThat(refusal(client.get("/api/publish/" + run))).isEqualTo("404 no-such-publish");
        assertThat(refusal(client.post("/api/publish", body.replace(run, NO_RUN.substring(10)))))
                .isEqualTo("404 no-such-run");
    }

    @ParameterizedTest
    @EnumSource
    void messagesArePassedOnAsTheyAre(Implementation implementation) {
        Client client = client(implementation);
        int before = client.get("/api/messages/rejected").body().get("total").asInt();
        assertThat(client.post("/api/messages", "{'topic':'run.started','payload':null}")
                        .status())
                .isEqualTo(202);
        assertThat(client.post("/api/messages", "{'topic':'run.started','payload':{'run_id':7}}")
                        .status())
                .isEqualTo(202);
        Awaitility.await().untilAsserted(() -> {
            JsonNode rejected =
                    client.get("/api/messages/rejected?offset=" + before).body();
            assertThat(rejected.get("items").findValuesAsText("raw")).containsExactly("null", "{\"run_id\":7}");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            GET    | /nowhere                        |                                          | 404 no-such-route
            GET    | /api/queue/                     |                                          | 404 no-such-route
            DELETE | /api/queue/next                 |                                          | 405 method-not-allowed
            GET    | /api/queue/next                 |                                          | 400 missing-worker-name
            GET    | /api/queue/x                    |                                          | 404 no-such-queue-item
            GET    | /api/queue/99999999999999999999 |                                          | 404 no-such-queue-item
            PUT    | /api/queue/1/status             | {'status':'in_progress'}                 | 404 no-such-queue-item
            PUT    | /api/queue/1/status             | {'status':'done'}                        | 422 invalid-field status
            GET    | /api/queue?status=done          |                                          | 422 invalid-field status
            GET    | /api/queue?limit=0              |                                          | 422 invalid-field limit
            GET    | /api/queue?limit=1001           |                                          | 422 invalid-field limit
            GET    | /api/queue?offset=-1            |                                          | 422 invalid-field offset
            GET    | /api/queue?codebase=%00         |                                          | 422 invalid-field codebase
            POST   | /api/queue                      | {                                        | 400 malformed-json
            POST   | /api/queue                      | {} {}                                    | 400 malformed-json
            POST   | /api/queue                      | ##                                       | 400 malformed-json
            POST   | /api/queue                      | []                                       | 422 invalid-field ''
            POST   | /api/queue                      | {'campaign':'lint'}                      | 422 invalid-field codebase
            POST   | /api/queue                      | {'codebase':'','campaign':'lint'}        | 422 invalid-field codebase
            POST   | /api/queue                      | {'codebase':'x','campaign':'lint'}       | 404 unknown-codebase
            POST   | /api/queue                      | {'codebase':'c0','campaign':'x'}         | 404 unknown-campaign
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','bucket':'b'}                 | 422 invalid-field bucket
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','priority':1.5}               | 422 invalid-field priority
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','estimated_duration':-1}      | 422 invalid-field estimated_duration
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','context':{'a':[1e400]}}      | 422 invalid-field context.a.0
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','context':1e99999999999}      | 422 invalid-field context
            POST   | /api/queue                      | {'codebase':'c0','campaign':'lint','context':'\\u0000'}          | 422 invalid-field context
            GET    | /api/runs/X                     |                                          | 404 no-such-run
            GET    | /api/runs/00000000-0000-4000-8000-00000000000A |                           | 404 no-such-run
            POST   | /api/runs                       | {'codebase':'c0','campaign':'lint','start_time':'2020-01-01T00:00:00+00:00'} | 422 invalid-field start_time
            POST   | /api/runs                       | {'codebase':'c0','campaign':'lint','start_time':'2020-02-30T00:00:00Z'}      | 422 invalid-field start_time
            POST   | /api/runs                       | {'codebase':'c0','campaign':'lint','start_time':'2020-01-01T24:00:00Z'}      | 422 invalid-field start_time
            PATCH  | /api/runs/00000000-0000-4000-8000-000000000000 | {'value':'x'}             | 422 invalid-field value
            PATCH  | /api/runs/00000000-0000-4000-8000-000000000000 | {}                        | 404 no-such-run
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':{},'logfilenames':[]}    | 404 no-such-run
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':[],'logfilenames':[]}    | 422 invalid-field result
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':{}}                      | 422 invalid-field logfilenames
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':{},'logfilenames':[1]}   | 422 invalid-field logfilenames.0
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':{},'logfilenames':[],'branches':[{}]} | 422 invalid-field branches.0.role
            POST   | /api/runs/00000000-0000-4000-8000-000000000000/result | {'result_code':'a','result':{},'logfilenames':[],'branches':[{'role':'a'},{'role':'a'}]} | 422 invalid-field branches
            POST   | /api/codebases                  | {'name':'x','vcs_type':'cvs'}            | 422 invalid-field vcs_type
            POST   | /api/candidates                 | {'codebase':'c0','campaign':'lint','success_chance':1.1}         | 422 invalid-field success_chance
            POST   | /api/candidates                 | {'codebase':'x','campaign':'lint'}       | 404 unknown-codebase
            POST   | /api/publish                    | {'run_id':'x','mode':'push'}             | 422 invalid-field run_id
            POST   | /api/publish                    | {'run_id':'00000000-0000-4000-8000-000000000000','mode':'x'}     | 422 invalid-field mode
            GET    | /api/publish/x                  |                                          | 404 no-such-publish
            GET    | /api/messages?topic=x           |                                          | 422 invalid-field topic
            GET    | /api/messages?run_id=x          |                                          | 422 invalid-field run_id
            POST   | /api/messages                   | {'topic':'x','payload':1}                | 422 invalid-field topic
            POST   | /api/messages                   | {'topic':'run.started'}                  | 422 invalid-field payload
            """)
    void refuses(String method, String path, String body, String expected) {
        for (Implementation implementation : Implementation.values()) {
            Answer answer = client(implementation).json(method, path, body == null ? "" : body);
            String field = answer.field() == null ? "" : " " + (answer.field().isEmpty() ? "''" : answer.field());
            assertThat(refusal(answer) + field).as("%s", implementation).isEqualTo(expected);
            assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }
        assertThat(backends.number("SELECT count(*) FROM queue")).isZero();
        assertThat(backends.number("SELECT count(*) FROM run")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void bodiesOfTheWrongKindOrSize(Implementation implementation) {
        Client client = client(implementation);
        byte[] body = "{\"codebase\":\"c0\",\"campaign\":\"lint\"}".getBytes(StandardCharsets.UTF_8);
        for (String wrong : new String[] {null, "text/plain", "application/json; charset=latin1"}) {
            assertThat(refusal(client.body("/api/queue", "POST", wrong, body))).isEqualTo("415 unsupported-media-type");
        }
        assertThat(refusal(client.body("/api/queue", "POST", "application/json", new byte[(1 << 20) + 1])))
                .isEqualTo("413 payload-too-large");
        assertThat(refusal(client.body("/api/queue", "POST", "application/json", body.clone())))
                .isEqualTo("201 ");
        byte[] latin1 = "{\"name\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(client.body("/api/codebases", "POST", "Application/JSON;Charset=\"UTF-8\"", latin1)))
                .isEqualTo("400 malformed-json");
        byte[] utf16 = "{\"name\":\"u\"}".getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(client.body("/api/codebases", "POST", "application/json", utf16)))
                .isEqualTo("400 malformed-json");
        assertThat(client.delete("/api/codebases").header("Allow").split(", "))
                .containsExactlyInAnyOrder("GET", "POST");
        assertThat(client.delete("/api/queue/next").header("Allow")).isEqualTo("GET");
        assertThat(refusal(client.assign("x".repeat(201)))).isEqualTo("400 missing-worker-name");
    }

    private static long schedule(Client client, String codebase, String campaign, String bucket, int priority) {
        Answer answer = client.post(
                "/api/queue",
                "{'codebase':'" + codebase + "','campaign':'" + campaign + "','bucket':'" + bucket + "','priority':"
                        + priority + ".0}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().get("id").asLong();
    }

    private static Answer setStatus(Client client, long item, String status) {
        return client.json("PUT", "/api/queue/" + item + "/status", "{'status':'" + status + "'}");
    }

    /** The path of a run that nothing refers to. */
    private static String newRun(Client client) {
        return client.post("/api/runs", "{'codebase':'c0','campaign':'lint'}").header("Location");
    }

    private static String refusal(Answer answer) {
        return answer.status() + " " + answer.code();
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
