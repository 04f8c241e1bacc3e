package crosscheck.workflow;

import crosscheck.check.Cast;
import crosscheck.configuration.Mixes;
import crosscheck.contract.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who plays a workflow: python alone, with which all are compared, rust alone, and mixes. */
final class Casting {
    static final String SUBMIT_CANDIDATE = "submit-candidate";
    static final String SCHEDULE = "schedule";
    static final String ASSIGN = "assign";
    static final String EXECUTE = "execute";
    static final String PROCESS_RESULT = "process-result";
    static final String PUBLISH = "publish";

    /** The strategy's steps. */
    static final List<String> STEPS = List.of(SUBMIT_CANDIDATE, SCHEDULE, ASSIGN, EXECUTE, PROCESS_RESULT, PUBLISH);

    private static final Cast STRATEGY =
            new Cast("strategy", Implementation.RUST, Map.of(SUBMIT_CANDIDATE, Implementation.PYTHON));

    private Casting() {}

    static List<Cast> of(Mixes mixes) {
        Stream<Cast> more =
                switch (mixes) {
                    case STRATEGY -> Stream.empty();
                    case PAIRWISE -> mixed(Pairwise.covering(STEPS));
                    case ALL -> mixed(Pairwise.all(STEPS));
                };
        List<Cast> casts = new ArrayList<>(Cast.EACH);
        casts.add(STRATEGY);
        more.forEach(casts::add);
        return casts;
    }

    /** Mixes that are none of the above; whoever assigns plays the rest too, and so takes the uploads. */
    private static Stream<Cast> mixed(List<Map<String, Implementation>> choices) {
        return choices.stream()
                .filter(choice -> choice.values().stream().distinct().count() > 1)
                .filter(choice -> !STEPS.stream().allMatch(step -> choice.get(step) == STRATEGY.of(step)))
                .map(choice -> new Cast(name(choice), choice.get(ASSIGN), choice));
    }

    /** The first letters of who plays the steps: {@code mix-prrpr}. */
    private static String name(Map<String, Implementation> choice) {
        return STEPS.stream()
                .map(step -> choice.get(step).id().substring(0, 1))
                .collect(Collectors.joining("", "mix-", ""));
    }
}
