package crosscheck.check;

import crosscheck.contract.Implementation;
import java.util.List;
import java.util.Map;

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

    public Implementation of(String step) {
        return steps.getOrDefault(step, others);
    }
}
