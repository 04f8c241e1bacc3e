package crosscheck.check;

import crosscheck.contract.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which implementation plays which step of a check.
 *
 * @param name {@code python}, {@code rust}, or that of a mix
 * @param others who plays the steps that {@code steps} does not name
 * @param steps implementation by step name
 */
public record Cast(String name, Implementation others, Map<String, Implementation> steps) {

    /** Each implementation alone: the casts of every check that is no mix. */
    public static final List<Cast> EACH = List.of(alone(Implementation.PYTHON), alone(Implementation.RUST));

    public static Cast alone(Implementation implementation) {
        return new Cast(implementation.id(), implementation, Map.of());
    }

    /** Each implementation alone, and each with these steps handed over to the other. */
    public static List<Cast> handingOver(String... steps) {
        List<Cast> casts = new ArrayList<>(EACH);
        for (Implementation one : Implementation.values()) {
            Map<String, Implementation> others =
                    Stream.of(steps).collect(Collectors.toMap(step -> step, step -> one.other()));
            casts.add(new Cast(one.id() + "-and-" + one.other().id(), one, others));
        }
        return casts;
    }

    public Implementation of(String step) {
        return steps.getOrDefault(step, others);
    }
}
