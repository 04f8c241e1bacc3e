package crosscheck.environment;

import crosscheck.RunError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What this JVM holds on the machine: a directory of its own and the processes that it started. Both go when it closes; what a
 * killed JVM could not clean is cleaned by the next {@link #claim}.
 */
public final class Ownership implements AutoCloseable {
    private static final String CHILDREN = "children";

    private final Path directory;

    private Ownership(Path directory) {
        this.directory = directory;
    }

    /** Claims {@code <java.io.tmpdir>/crosscheck-<user>/<pid>-<start>/} and cleans what dead owners left beside it. */
    public static Ownership claim() {
        return claim(home());
    }

    static Ownership claim(Path home) {
        try {
            createPrivate(home);
            endDeadOwners(home);
            Path directory = home.resolve(ProcessIdentity.current().toString());
            createPrivate(directory);
            return new Ownership(directory);
        } catch (IOException e) {
            throw new RunError(
                    RunError.Cause.ENVIRONMENT,
                    "Cannot keep files of this run under " + home + " (" + e
                            + "). Choose another place with -Djava.io.tmpdir",
                    e);
        }
    }

    /** What runs of this user share: unpacked binaries, the template of a data directory. */
    static Path cache() {
        return home().resolve("cache");
    }

    public Path directory() {
        return directory;
    }

    /** Ends this process with its descendants when this is closed, or by the next run after this one was killed. */
    public synchronized void track(ProcessHandle child) {
        try {
            Files.writeString(
                    directory.resolve(CHILDREN),
                    ProcessIdentity.of(child) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            child.destroyForcibly();
            throw new RunError(RunError.Cause.ENVIRONMENT, "Cannot record process " + child.pid() + ": " + e, e);
        }
    }

    @Override
    public synchronized void close() {
        endAll(directory);
    }

    private static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir"), "crosscheck-" + System.getProperty("user.name"));
    }

    private static void createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void endDeadOwners(Path home) throws IOException {
        try (Stream<Path> owners = Files.list(home)) {
            owners.filter(owner -> ProcessIdentity.parse(owner.getFileName().toString())
                            .filter(identity -> identity.living().isEmpty())
                            .isPresent())
                    .forEach(Ownership::endAll);
        }
    }

    private static void endAll(Path directory) {
        try {
            List<ProcessHandle> children = recordedChildren(directory);
            List<ProcessHandle> all = children.stream()
                    .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child)))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(Ownership::awaitExit);
            delete(directory);
        } catch (IOException e) {
            throw new RunError(RunError.Cause.ENVIRONMENT, "Cannot remove " + directory + ": " + e, e);
        }
    }

    private static List<ProcessHandle> recordedChildren(Path directory) throws IOException {
        Path file = directory.resolve(CHILDREN);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(ProcessIdentity::parse)
                .flatMap(Optional::stream)
                .map(ProcessIdentity::living)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void awaitExit(ProcessHandle process) {
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
