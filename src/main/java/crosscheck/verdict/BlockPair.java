package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two phases of one plan, one a side, that ran close to each other: what differs between them is the implementation. */
record BlockPair(PhaseFigures python, PhaseFigures rust) {

    private record Key(int block, Phase.Kind kind, List<String> scenarios) {
        static Key of(PhaseFigures phase) {
            List<String> scenarios =
                    phase.planned().loads().stream().map(Phase.Load::scenario).toList();
            return new Key(phase.planned().block(), phase.planned().kind(), scenarios);
        }
    }

    /** The pairs of which both phases ran to their end, in the order of the plan. */
    static List<BlockPair> of(Evidence evidence) {
        Map<Key, PhaseFigures> rust = evidence.phases(Implementation.RUST)
                .filter(phase -> phase.ran() != null)
                .collect(Collectors.toMap(Key::of, Function.identity()));
        return evidence.phases(Implementation.PYTHON)
                .filter(phase -> phase.ran() != null && rust.containsKey(Key.of(phase)))
                .map(phase -> new BlockPair(phase, rust.get(Key.of(phase))))
                .toList();
    }
}
