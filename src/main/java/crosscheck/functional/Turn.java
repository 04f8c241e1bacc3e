package crosscheck.functional;

import crosscheck.check.Cast;
import crosscheck.check.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A check and who plays it. */
record Turn(Check check, Cast cast) {

    /** Every check with each of its casts; every other check has them backwards, beginning with the seed's choice. */
    static List<Turn> of(List<Check> checks, long seed) {
        List<Turn> turns = new ArrayList<>();
        boolean backwards = seed % 2 != 0;
        for (Check check : checks) {
            List<Cast> casts = new ArrayList<>(check.casts());
            if (backwards) {
                Collections.reverse(casts);
            }
            casts.forEach(cast -> turns.add(new Turn(check, cast)));
            backwards = !backwards;
        }
        return List.copyOf(turns);
    }
}
