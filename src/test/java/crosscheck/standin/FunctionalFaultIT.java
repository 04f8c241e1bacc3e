package crosscheck.standin;

import static crosscheck.contract.Implementation.PYTHON;
import static crosscheck.contract.Implementation.RUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crosscheck.contract.Implementation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is seen where it takes hold, and nowhere else. */
class FunctionalFaultIT {
    private static final String HELD = """
            CREATE FUNCTION wait_for_lock() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER held AFTER UPDATE ON run DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION wait_for_lock()""";
    private static final String LET_GO = "DROP FUNCTION IF EXISTS wait_for_lock CASCADE";
    private static final String WAITING =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND NOT granted";
    private static final String EVERY = "every answer";

    private static Backends backends;
    private static Map<String, String> sound;
    private static Map<String, String> effects;

    @BeforeAll
    static void takeTheTourWithoutFault() throws Exception {
        backends = new Backends();
        sound = tour(RUST);
        effects = effects();
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    static List<FunctionalFault> faults() {
        return FunctionalFault.all();
    }

    @Test
    void theSameIsSeenOnEachTour() {
        assertThat(tour(RUST)).isEqualTo(sound);
    }

    @Test
    void bothArchitecturesAreTheSameOnTheTour() {
        assertThat(tour(PYTHON)).isEqualTo(sound);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenWhereItTakesHoldOnly(FunctionalFault fault) {
        Map<String, String> seen = tour(RUST, fault);
        Set<String> changed = sound.keySet().stream()
                .filter(step -> !sound.get(step).equals(seen.get(step)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changed)
                .as(() -> changed.stream()
                        .map(step -> step + "\n  " + sound.get(step) + "\n  " + seen.get(step))
                        .collect(Collectors.joining("\n")))
                .isEqualTo(steps(effects.get(fault.id())));
    }

    @Test
    void aSoundMessageLeavesAfterTheCommit() throws Exception {
        submitWithHeldCommit((client, run) -> assertThat(topics(client, run)).containsExactly("run.started"));
    }

    @Test
    void anEarlyMessageLeavesBeforeTheCommit() throws Exception {
        submitWithHeldCommit(
                (client, run) ->
                        await().until(() -> topics(client, run).equals(List.of("run.started", "run.completed"))),
                MessageFault.MESSAGE_EARLY);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/health, 503, HEALTHY_WHATEVER, 200, OUTAGE_AS_INTERNAL, 503",
        "/api/queue, 503, HEALTHY_WHATEVER, 503, OUTAGE_AS_INTERNAL, 500"
    })
    void anOutageIsPassedOn(String path, int right, ErrorFault one, int ofOne, ErrorFault other, int ofOther) {
        assertThat(withoutDatabase(path)).isEqualTo(right);
        assertThat(withoutDatabase(path, one)).isEqualTo(ofOne);
        assertThat(withoutDatabase(path, other)).isEqualTo(ofOther);
    }

    private static int withoutDatabase(String path, Fault... faults) {
        URI nowhere = URI.create("postgresql://postgres@127.0.0.1:1/postgres");
        try (StandIn standIn =
                StandIn.start(RUST, new StandInSettings(0, false, nowhere, backends.redis(), 1, "", List.of(faults)))) {
            return new Client(standIn.port()).get(path).status();
        }
    }

    private static void submitWithHeldCommit(BiConsumer<Client, String> meanwhile, Fault... faults) throws Exception {
        backends.reset(1);
        backends.fillQueue();
        try (StandIn standIn = start(RUST, faults);
                Connection holder = backends.connection()) {
            Client client = new Client(standIn.port());
            String run = client.assign("w").body().get("run_id").asText();
            await().until(() -> topics(client, run).equals(List.of("run.started")));
            backends.execute(HELD);
            holder.createStatement().execute("SELECT pg_advisory_lock(7)");
            CompletableFuture<Client.Answer> answer = CompletableFuture.supplyAsync(() -> client.submit(run));
            await().until(() -> backends.number(WAITING) == 1);
            meanwhile.accept(client, run);
            holder.createStatement().execute("SELECT pg_advisory_unlock(7)");
            assertThat(answer.join().status()).isEqualTo(201);
            await().until(() -> topics(client, run).equals(List.of("run.started", "run.completed")));
        } finally {
            backends.execute(LET_GO);
        }
    }

    private static List<String> topics(Client client, String run) {
        return client.get("/api/messages?run_id=" + run).body().get("items").findValuesAsText("topic");
    }

    private static Map<String, String> tour(Implementation implementation, Fault... faults) {
        try (StandIn standIn = start(implementation, faults)) {
            return Tour.through(backends, standIn.port());
        }
    }

    private static StandIn start(Implementation implementation, Fault... faults) {
        StandIn standIn = StandIn.start(implementation, backends.settings(implementation, faults));
        Client client = new Client(standIn.port());
        await().until(() -> client.get("/api/health").status() == 200);
        return standIn;
    }

    /** The steps of a line of the table: some by name, or every answer but some. */
    private static Set<String> steps(String written) {
        if (!written.startsWith(EVERY)) {
            return written.isEmpty() ? Set.of() : Set.of(written.split(", "));
        }
        Set<String> others = Set.of(
                written.substring(EVERY.length()).replaceFirst("^ but ", "").split(", "));
        return sound.entrySet().stream()
                .filter(step -> step.getValue().contains("traceparent: "))
                .map(Map.Entry::getKey)
                .filter(Predicate.not(others::contains))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> effects() throws IOException {
        try (InputStream table = FunctionalFaultIT.class.getResourceAsStream("/standin/effects-of-faults.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }
}
