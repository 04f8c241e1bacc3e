package crosscheck.sampling;

import crosscheck.contract.Implementation;
import crosscheck.observation.HarnessSample;
import crosscheck.observation.ResourceSample;
import crosscheck.observation.ServerSample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oshi.SystemInfo;

/** All sources of samples, opened and warmed up when constructed. */
final class Probes implements AutoCloseable {
    private static final double MILLIS = 1e3;

    private final SamplingPlan plan;
    private final Map<Implementation, Side> sides = new EnumMap<>(Implementation.class);
    private final SessionOwners owners =
            new SessionOwners(new ProcPorts(), ProcessHandle.current().pid());
    private final Map<Implementation, BackendDisk> backendDisks = new EnumMap<>(Implementation.class);
    private final DatabaseProbe database;
    private final ServerProbe servers;
    private final HarnessProbe harness;
    private final Optional<PostgresCpu> postgres;
    private final Optional<ExperimentCpu> experiment = ExperimentCpu.ofThisHost();

    Probes(SamplingPlan plan) {
        this.plan = plan;
        SystemInfo host = new SystemInfo();
        ProcessReader reader = ProcProcessReader.ofThisHost(host);
        long now = System.currentTimeMillis();
        plan.roots().forEach((side, roots) -> {
            sides.put(side, new Side(roots, new ProcessTree(reader, now)));
            backendDisks.put(side, new BackendDisk());
        });
        harness = new HarnessProbe(host.getHardware().getProcessor());
        database = new DatabaseProbe(plan.database());
        servers = new ServerProbe(database, plan.redis());
        postgres = database.backend().flatMap(PostgresCpu::ofBackend);
    }

    List<ResourceSample> resources(long atMicros, boolean proportional) {
        Map<Implementation, Optional<TreeReading>> trees = new EnumMap<>(Implementation.class);
        sides.forEach((implementation, side) -> trees.put(implementation, side.read(proportional)));
        DatabaseReading reading = database.read();
        Map<Implementation, SessionCount> sessions = countSessions(reading);
        List<ResourceSample> samples = new ArrayList<>();
        trees.forEach((implementation, tree) -> samples.add(sample(
                atMicros,
                implementation,
                tree.orElse(TreeReading.UNKNOWN),
                sessions.getOrDefault(implementation, SessionCount.UNKNOWN),
                reading.queueDepth(),
                proportional
                                && sessions.getOrDefault(implementation, SessionCount.UNKNOWN)
                                        .areKnown()
                        ? disk(implementation, reading)
                        : null)));
        return samples;
    }

    /** To be called after {@link #resources}, which finds the processes of both sides. */
    HarnessSample harness(long atMicros, long wallOffsetMicros) {
        Set<Long> part = new HashSet<>();
        sides.values().forEach(side -> part.addAll(side.pids()));
        postgres.ifPresent(server -> part.addAll(server.processes()));
        return harness.read(
                atMicros,
                wallOffsetMicros,
                experiment
                        .filter(cpu -> allAreSeen())
                        .map(cpu -> cpu.seconds(part))
                        .orElse(null),
                postgres.map(PostgresCpu::seconds).orElse(null));
    }

    /** Where a part of the run cannot be seen, it cannot be told from what is none. */
    private boolean allAreSeen() {
        return !plan.outOfSight().getAsBoolean() && (postgres.isPresent() || !plan.databaseIsHere());
    }

    ServerSample servers(long atMicros) {
        return servers.read(atMicros);
    }

    /** {@code null} where the server is on another machine or does not answer. */
    private DiskUse disk(Implementation side, DatabaseReading reading) {
        return postgres.isEmpty() || reading.sessions() == null
                ? null
                : backendDisks
                        .get(side)
                        .read(owners.of(side, reading.sessions()))
                        .orElse(null);
    }

    private Map<Implementation, SessionCount> countSessions(DatabaseReading reading) {
        if (reading.sessions() == null) {
            return Map.of();
        }
        Map<Implementation, Set<Long>> processes = new EnumMap<>(Implementation.class);
        sides.forEach((implementation, side) -> processes.put(implementation, side.pids()));
        return owners.count(reading.sessions(), processes);
    }

    private static ResourceSample sample(
            long atMicros,
            Implementation implementation,
            TreeReading tree,
            SessionCount sessions,
            Long queueDepth,
            DiskUse backends) {
        Consumption used = tree.used();
        return new ResourceSample(
                atMicros,
                implementation,
                tree.processes(),
                used == null ? null : Double.valueOf(used.cpuMillis() / MILLIS),
                tree.rssBytes(),
                tree.pssBytes(),
                tree.threads(),
                tree.descriptors(),
                used == null ? null : used.diskReadBytes(),
                used == null ? null : used.diskWriteBytes(),
                sessions.connections(),
                sessions.idleInTransaction(),
                sessions.waitingOnLocks(),
                queueDepth,
                tree.privateBytes(),
                backends == null ? null : backends.readBytes(),
                backends == null ? null : backends.writeBytes());
    }

    @Override
    public void close() {
        harness.close();
        database.close();
    }
}
