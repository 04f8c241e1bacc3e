package crosscheck.sampling;

import crosscheck.observation.ServerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what both sides share: PostgreSQL as a whole, Redis, and the host's network and disks. */
final class ServerProbe {
    private static final Path NETWORK = Path.of("/proc/net/dev");
    private static final Path DISKS = Path.of("/sys/block");
    private static final List<String> NO_DISKS = List.of("loop", "ram", "dm-", "md", "zram");
    private static final String LOOPBACK = "lo";
    private static final long SECTOR_BYTES = 512;

    private final DatabaseProbe database;
    private final Supplier<Optional<String>> redis;

    /** Two counters that only grow. */
    record Pair(long left, long right) {
        Pair plus(Pair other) {
            return new Pair(left + other.left, right + other.right);
        }
    }

    ServerProbe(DatabaseProbe database, Supplier<Optional<String>> redis) {
        this.database = database;
        this.redis = redis;
    }

    ServerSample read(long atMicros) {
        Optional<DatabaseProbe.Totals> totals = database.totals();
        Map<String, String> info = redis.get().map(ServerProbe::info).orElse(Map.of());
        Optional<Pair> network = text(NETWORK).map(ServerProbe::network);
        Optional<Pair> disks = disks();
        return new ServerSample(
                atMicros,
                totals.map(DatabaseProbe.Totals::commits).orElse(null),
                totals.map(DatabaseProbe.Totals::rollbacks).orElse(null),
                totals.map(DatabaseProbe.Totals::blocksHit).orElse(null),
                totals.map(DatabaseProbe.Totals::blocksRead).orElse(null),
                number(info, "connected_clients"),
                number(info, "used_memory"),
                number(info, "total_commands_processed"),
                network.map(Pair::left).orElse(null),
                network.map(Pair::right).orElse(null),
                disks.map(Pair::left).orElse(null),
                disks.map(Pair::right).orElse(null));
    }

    /** Of {@code key:value} lines. */
    static Map<String, String> info(String text) {
        return text.lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (first, second) -> second));
    }

    private static Long number(Map<String, String> info, String key) {
        String value = info.get(key);
        return value == null ? null : Long.valueOf(value);
    }

    /** Bytes received and sent by every interface but the loopback. */
    static Pair network(String dev) {
        return dev.lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.strip().split("[:\\s]+"))
                .filter(fields -> !fields[0].equals(LOOPBACK))
                .map(fields -> new Pair(Long.parseLong(fields[1]), Long.parseLong(fields[9])))
                .reduce(new Pair(0, 0), Pair::plus);
    }

    /** Bytes read from and written to whole disks. */
    private static Optional<Pair> disks() {
        String[] names = DISKS.toFile().list();
        return names == null
                ? Optional.empty()
                : Arrays.stream(names)
                        .filter(name -> NO_DISKS.stream().noneMatch(name::startsWith))
                        .flatMap(name -> text(DISKS.resolve(name).resolve("stat")).stream())
                        .map(ServerProbe::disk)
                        .reduce(Pair::plus);
    }

    static Pair disk(String stat) {
        List<Long> fields =
                Stream.of(stat.strip().split("\\s+")).map(Long::valueOf).toList();
        return new Pair(fields.get(2) * SECTOR_BYTES, fields.get(6) * SECTOR_BYTES);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
