package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.data.Dataset;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** PostgreSQL with the contract's tables, the data set and its snapshot, and Redis: up until closed. */
public final class Environment implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Provision postgres;
    private final Provision redis;
    private final Database database;

    private Environment(Provision postgres, Provision redis, Database database) {
        this.postgres = postgres;
        this.redis = redis;
        this.database = database;
    }

    /**
     * Brings everything up.
     *
     * @param targetsAreLaunched whether crosscheck starts the targets, so that they can be given a database of their own; others
     *     already use the one that the settings name
     * @param progress takes a line for the user after each step
     * @throws crosscheck.RunError where a server cannot be used; nothing is left behind then
     */
    public static Environment start(
            Settings settings, boolean targetsAreLaunched, Ownership ownership, Consumer<String> progress) {
        requireSharedServers(settings, targetsAreLaunched);
        Dataset dataset = Dataset.generate(settings.data(), settings.seed());
        CompletableFuture<Provision> redis = CompletableFuture.supplyAsync(
                () -> timed("Redis", progress, () -> redis(settings, ownership, progress)));
        Provision postgres = null;
        Database database = null;
        try {
            postgres = timed("PostgreSQL", progress, () -> postgres(settings, targetsAreLaunched, ownership));
            database = Database.open(postgres.url(), settings.database());
            prepare(database, dataset, settings.data(), progress);
            return new Environment(postgres, redis.join(), database);
        } catch (RuntimeException e) {
            closeAll(
                    database,
                    postgres,
                    redis.handle((provision, failure) -> provision).join());
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** For the targets; carries the credentials. */
    public SecretUrl databaseUrl() {
        return postgres.url();
    }

    /** For the targets; carries the credentials. */
    public SecretUrl redisUrl() {
        return redis.url();
    }

    public Database database() {
        return database;
    }

    /** What the servers say of themselves: {@code postgresql}, {@code redis}. */
    public Map<String, String> versions() {
        return Map.of("postgresql", database.version(), "redis", Redis.version(redis.url()));
    }

    @Override
    public synchronized void close() {
        closeAll(database, postgres, redis);
    }

    private static void requireSharedServers(Settings settings, boolean targetsAreLaunched) {
        if (!targetsAreLaunched
                && (settings.database().url().isEmpty() || settings.redis().isEmpty())) {
            throw RunError.configuration(
                    "Implementations given by URL already use a database and a Redis: name them with crosscheck.database.url (or"
                            + " DATABASE_URL) and crosscheck.redis.url (or REDIS_URL).");
        }
    }

    private static Provision postgres(Settings settings, boolean targetsAreLaunched, Ownership ownership) {
        return settings.database()
                .url()
                .<Provision>map(url -> targetsAreLaunched ? IsolatedDatabase.create(url) : AdoptedDatabase.adopt(url))
                .orElseGet(() -> EmbeddedPostgres.start(ownership));
    }

    private static Provision redis(Settings settings, Ownership ownership, Consumer<String> progress) {
        return settings.redis()
                .<Provision>map(url -> RedisLease.take(url, thisRun(), LEASE, progress))
                .orElseGet(() -> EmbeddedRedis.start(ownership));
    }

    private static String thisRun() {
        return "process %d of %s on %s, started %s"
                .formatted(
                        ProcessHandle.current().pid(),
                        System.getProperty("user.name"),
                        hostName(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unknown host";
        }
    }

    private static void prepare(Database database, Dataset dataset, Settings.Data sizes, Consumer<String> progress) {
        long start = System.nanoTime();
        database.migrate();
        database.load(dataset.tables());
        database.analyze();
        database.snapshot();
        progress.accept("data set of %d runs, %d queue items (%d ms)"
                .formatted(sizes.runs(), sizes.queueItems(), millisSince(start)));
    }

    private static Provision timed(String what, Consumer<String> progress, Supplier<Provision> step) {
        long start = System.nanoTime();
        Provision provision = step.get();
        progress.accept("%s at %s (%d ms)".formatted(what, provision.url(), millisSince(start)));
        return provision;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private static void closeAll(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                System.err.println("crosscheck: " + e.getMessage());
            }
        }
    }
}
