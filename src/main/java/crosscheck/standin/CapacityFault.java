package crosscheck.standin;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Defects that show only above a rate that the strategy's load does not reach: the search for capacity finds them. */
public enum CapacityFault implements Fault {
    /** No more than 130 assignments and results a second are answered; what comes faster waits its turn. */
    THROUGHPUT_CAP(() -> Pace.cap(130)),

    /** Up to 180 a second all is well; once thirty wait, each takes five times as long until nobody waits any more. */
    LOCK_CONVOY(() -> Pace.convoy(180, 30, 5));

    private final Supplier<Pace> pace;

    CapacityFault(Supplier<Pace> pace) {
        this.pace = pace;
    }

    @Override
    public Set<String> gates() {
        return Set.of("capacity.ratio");
    }

    @Override
    public List<String> findings() {
        return List.of();
    }

    @Override
    public Defect planted(DataSource server) {
        return new UnderLoad(Defects.paced(Operations.LOADED, pace.get()));
    }
}
