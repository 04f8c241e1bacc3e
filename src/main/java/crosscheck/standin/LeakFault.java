package crosscheck.standin;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What is kept for longer than it should, and what only looks like it. At the strategy's 75 requests a second, told here a
 * minute; like other defects of load, none shows before {@link UnderLoad#QUIET} requests.
 */
public enum LeakFault implements Fault {
    /** Each request keeps 2 KiB: 9 MiB. */
    SLOW_MEMORY_LEAK(Set.of("memory.leak"), 1, server -> new Leaks.Memory(2 << 10, 700 << 20)),

    /** Each tenth request keeps 256 KiB: 112 MiB. */
    FAST_MEMORY_LEAK(Set.of("memory.leak"), 10, server -> new Leaks.Memory(256 << 10, Integer.MAX_VALUE)),

    /** Each hundredth request has a child process keep 1 MiB: 45 MiB. */
    CHILD_MEMORY_LEAK(Set.of("memory.leak"), 100, server -> new Leaks.Child(1 << 20)),

    /** Memory grows by 45 MiB, all of which is given back every minute: no leak. */
    SAWTOOTH(Set.of(), 25, server -> new Leaks.Sawtooth(256 << 10, 180)),

    /** 48 MiB are taken at once and kept: no leak. */
    STEP(Set.of(), 6_000, server -> new Leaks.Memory(48 << 20, 48 << 20)),

    /** Each 1500th request keeps a connection: 3. */
    SLOW_CONNECTION_LEAK(Set.of("connections.leak"), 1_500, server -> new Leaks.Connections(server, 100)),

    /** Each 1500th request begins a transaction and forgets it: 3. */
    IDLE_IN_TRANSACTION(Set.of("connections.leak"), 1_500, server -> new Leaks.Transactions(server, 100, "SELECT 1")),

    /** Each 150th request keeps a file open: 30. */
    DESCRIPTOR_LEAK(Set.of("descriptors.leak"), 150, server -> new Leaks.Files()),

    /** Each 1500th request starts a thread that never ends: 3. */
    THREAD_LEAK(Set.of("threads.leak"), 1_500, server -> new Leaks.Threads());

    private final Set<String> gates;
    private final long period;
    private final Function<DataSource, Defects.SideEffect> effect;

    LeakFault(Set<String> gates, long period, Function<DataSource, Defects.SideEffect> effect) {
        this.gates = gates;
        this.period = period;
        this.effect = effect;
    }

    @Override
    public Set<String> gates() {
        return gates;
    }

    @Override
    public List<String> findings() {
        return List.of();
    }

    /** Requests from one time to the next. */
    long period() {
        return period;
    }

    @Override
    public Defect planted(DataSource server) {
        return new UnderLoad(Defects.before(period, Operations.LOADED, effect.apply(server)));
    }
}
