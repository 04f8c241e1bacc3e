package crosscheck.standin;

import crosscheck.RunError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A defect that can be planted in a stand-in. All are counted out, none is a matter of chance. */
public sealed interface Fault permits LoadFault, LeakFault, CapacityFault, FunctionalFault {

    /** Its constant's name. */
    String name();

    /**
     * The ids of exactly those gates that fail when this fault alone is planted in {@code rust}, profile {@code smoke}; of
     * functional faults where checks of each suite are run that send what the fault is about, of capacity faults where
     * capacity is searched for and rust would hold twice what python does, of leaks where each side is driven in one piece.
     */
    Set<String> gates();

    /** Exactly those findings that it causes, each as {@code suite/kind}; the one that it is the plainest case of first. */
    List<String> findings();

    Defect planted(DataSource server);

    /** The name used in configuration, for example {@code double-assign}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every fault there is. */
    static List<Fault> all() {
        return Stream.of(
                        Arrays.stream(LoadFault.values()),
                        Arrays.stream(LeakFault.values()),
                        Arrays.stream(CapacityFault.values()),
                        FunctionalFault.all().stream())
                .flatMap(faults -> faults)
                .map(Fault.class::cast)
                .toList();
    }

    /**
     * The fault of that name.
     *
     * @throws RunError where there is none, naming those there are
     */
    static Fault named(String id) {
        return all().stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RunError.configuration("there is no fault " + id + "; known are "
                        + all().stream().map(Fault::id).collect(Collectors.joining(", "))));
    }

    /** The faults of a comma-separated list, which may be empty. */
    static List<Fault> list(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(Fault::named)
                .toList();
    }
}
