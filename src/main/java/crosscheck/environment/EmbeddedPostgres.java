package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this run's own. Its binaries and an initialised data directory are cached for the user, so that a start
 * is a copy of that directory.
 *
 * <p>Its data need not survive a crash, so nothing waits for a disk; commits stay synchronous. Checkpoints and autovacuum would
 * fall into some blocks of a measurement and not into others: both are kept out, as every phase starts from freshly written
 * and analysed tables.
 */
final class EmbeddedPostgres implements Provision {
    /** Minor versions of a major one share the format of their data directories. */
    private static final String MAJOR_VERSION = "14";

    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "1h"),
            Map.entry("autovacuum", "off"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"));

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedPostgres start(Ownership ownership) {
        Path data = ownership.directory().resolve("postgresql");
        Path template = Ownership.cache().resolve("postgresql-" + MAJOR_VERSION + "-data");
        File log = ownership.directory().resolve("postgresql.log").toFile();
        try {
            if (Files.exists(template)) {
                copy(template, data);
            }
            var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Ownership.cache().toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setLocaleConfig("locale", "C")
                    .setDataDirectoryCustomizer(initialised -> keepAsTemplate(initialised.toPath(), template));
            CONFIGURATION.forEach(builder::setServerConfig);
            var server = builder.start();
            ownership.track(postmaster(data));
            return new EmbeddedPostgres(server);
        } catch (IOException | IllegalStateException e) {
            throw new RunError(
                    RunError.Cause.ENVIRONMENT, "The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public SecretUrl url() {
        return new SecretUrl(URI.create("postgresql://postgres:postgres@127.0.0.1:" + server.getPort() + "/postgres"));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server detaches itself from the process that starts it, so it is found by the file that it keeps. */
    private static ProcessHandle postmaster(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("it has ended at once"));
    }

    private static void keepAsTemplate(Path initialised, Path template) {
        if (Files.exists(template)) {
            return;
        }
        Path copy = initialised.resolveSibling("template");
        try {
            copy(initialised, copy);
            Files.deleteIfExists(copy.resolve("epg-lock"));
            Files.move(copy, template, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(template)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Iterator<Path> each = paths.iterator(); each.hasNext(); ) {
                Path source = each.next();
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectory(target, PRIVATE);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }
}
