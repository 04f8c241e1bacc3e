package crosscheck.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the stand-ins load from jars, parsed once a machine (class-data sharing), which nearly halves the processor time of
 * their start. The first run writes down which classes were loaded, the archive is built at its end, and later runs use it.
 * Where anything of that fails, the stand-ins start without it.
 */
final class ClassDataArchive {
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final ClassPath classPath;

    private ClassDataArchive(Path folder, ClassPath classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * The archive of this JVM and these jars in a cache, which may not have it yet.
     *
     * @return empty where the cache cannot be written
     */
    static Optional<ClassDataArchive> in(Path cache, ClassPath classPath) {
        try {
            Path folder = cache.resolve("class-data").resolve(key(classPath));
            Files.createDirectories(folder);
            return Optional.of(new ClassDataArchive(folder, classPath));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String key(ClassPath classPath) throws IOException {
        StringBuilder facts =
                new StringBuilder(System.getProperty("java.home")).append(System.getProperty("java.vm.version"));
        for (Path jar : classPath.jars()) {
            facts.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isBuilt() {
        return Files.isRegularFile(archive());
    }

    private Path archive() {
        return folder.resolve("stand-in.jsa");
    }

    private Path classList() {
        return folder.resolve("stand-in.classes");
    }

    /** Of a JVM that uses the archive. */
    String useFlag() {
        return "-XX:SharedArchiveFile=" + archive();
    }

    /** Of one JVM that writes down what it loads. */
    String recordFlag() {
        return "-XX:DumpLoadedClassList=" + classList();
    }

    /** Builds the archive where classes were written down and it is not there yet. Another run may do so as well. */
    void build() throws InterruptedException {
        if (isBuilt() || !Files.isRegularFile(classList())) {
            return;
        }
        Path half = folder.resolve("stand-in.jsa." + ProcessHandle.current().pid());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classList(),
                "-XX:SharedArchiveFile=" + half,
                "-cp",
                classPath.jarPath());
        try {
            Process dump = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!dump.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                dump.destroyForcibly().waitFor();
            }
            if (dump.exitValue() == 0) {
                Files.move(half, archive(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(half);
            Files.deleteIfExists(classList());
        } catch (IOException e) {
            // The next run tries again.
        }
    }
}
