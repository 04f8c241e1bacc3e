package crosscheck.standin;

import crosscheck.contract.Implementation;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is seen where it takes hold, and nowhere else. */
class FunctionalFaultIT {
    private static Backends backends;
    private static Map<String, String> sound;

    @BeforeAll
    static void takeTheTourWithoutFault() throws Exception {
        backends = new Backends();
        sound = tour();
        System.out.println("SOUND " + sound.keySet());
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    static java.util.List<FunctionalFault> faults() {
        return FunctionalFault.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenWhereItTakesHoldOnly(FunctionalFault fault) {
        Map<String, String> seen = tour(fault);
        TreeSet<String> changed = new TreeSet<>();
        sound.forEach((step, answer) -> {
            if (!answer.equals(seen.get(step))) {
                changed.add(step);
                System.out.println("DIFF " + fault + " [" + step + "]\n   " + answer + "\n   " + seen.get(step));
            }
        });
        System.out.println("ROW " + fault + "|" + String.join(", ", changed));
    }

    private static Map<String, String> tour(Fault... faults) {
        try (StandIn standIn = StandIn.start(Implementation.RUST, backends.settings(Implementation.RUST, faults))) {
            Client client = new Client(standIn.port());
            Awaitility.await().until(() -> client.get("/api/health").status() == 200);
            return Tour.through(backends, standIn.port());
        }
    }
}
