package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.contract.Json;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonComparisonPropertyTest {
    private static final int VALUES = 1000;

    @Test
    void neverTellsRespeltValuesApart() throws Json.Malformed {
        for (int seed = 0; seed < VALUES; seed++) {
            RandomJson random = new RandomJson(seed);
            JsonNode value = random.value(4);
            String python = random.respelt(value);
            String rust = random.respelt(value);
            assertThat(differences(
                            Shape.EXACT,
                            Json.parse(python).root(),
                            Json.parse(rust).root()))
                    .as("seed %d: %s and %s", seed, python, rust)
                    .isEmpty();
        }
    }

    @Test
    void findsEveryMutationOfOneNode() throws Json.Malformed {
        for (int seed = 0; seed < VALUES; seed++) {
            RandomJson random = new RandomJson(seed);
            JsonNode value = random.object(4);
            String python = random.respelt(value);
            String rust = random.respelt(random.mutated(value));
            assertThat(differences(
                            Shape.EXACT,
                            Json.parse(python).root(),
                            Json.parse(rust).root()))
                    .as("seed %d: %s and %s", seed, python, rust)
                    .isNotEmpty();
        }
    }

    @Test
    void mirrorsItselfWhenTheSidesAreSwapped() throws Json.Malformed {
        for (int seed = 0; seed < VALUES; seed++) {
            RandomJson random = new RandomJson(seed);
            JsonNode value = random.object(4);
            JsonNode python = Json.parse(random.respelt(value)).root();
            JsonNode rust = Json.parse(random.respelt(random.mutated(value))).root();
            assertThat(differences(Shape.EXACT, rust, python))
                    .as("seed %d: %s and %s", seed, python, rust)
                    .hasSameSizeAs(differences(Shape.EXACT, python, rust));
        }
    }

    /** Processor time, so that a busy machine does not decide; comparing each with each needs many times as long. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comparesThreeThousandUnorderedItemsInUnderASecond(boolean keyed) throws Json.Malformed {
        List<JsonNode> items = new ArrayList<>();
        RandomJson random = new RandomJson(1);
        for (int i = 0; i < 3000; i++) {
            ObjectNode item = random.object(3);
            item.put("id", Integer.toString(i));
            items.add(item);
        }
        JsonNode python = Json.parse(items.toString()).root();
        Collections.shuffle(items, new Random(1));
        JsonNode rust = Json.parse(items.toString()).root();
        Shape shape = new Shape.Elements(keyed ? List.of("id") : List.of(), true, Shape.EXACT);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        List<Difference> found = differences(shape, python, rust);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(found).extracting(Difference::kind).containsExactly(Difference.Kind.ORDER);
    }

    private static List<Difference> differences(Shape shape, JsonNode python, JsonNode rust) {
        return JsonComparison.differences(shape, JsonPath.ROOT, python, rust, new Minted());
    }
}
