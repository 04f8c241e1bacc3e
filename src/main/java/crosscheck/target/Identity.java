package crosscheck.target;

import crosscheck.configuration.SecretUrl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tells one build of a target from another. */
final class Identity {
    private Identity() {}

    /** Of a command: its executable and every word that names a file, so that a script counts and not its interpreter. */
    static String ofCommand(Program program) {
        List<Path> files = new ArrayList<>();
        executable(program).ifPresent(files::add);
        program.command().stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .map(word -> program.directory().resolve(word))
                .filter(Files::isRegularFile)
                .forEach(files::add);
        return files.isEmpty() ? "" : "sha256:" + sha256(files);
    }

    /** Of a class path: the classes of its directories by content, its jars by name and size, which has the version. */
    static String ofClassPath(ClassPath classPath) {
        MessageDigest digest = digest();
        try {
            for (Path jar : classPath.jars()) {
                digest.update((jar.getFileName() + " " + Files.size(jar) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (Path directory : classPath.directories()) {
                update(digest, directory);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** Of what runs behind a URL: how its server calls itself, and the executables of its processes. */
    static String ofUrl(SecretUrl url, String readyPath, Roots roots, Http http) throws InterruptedException {
        List<String> parts = new ArrayList<>();
        try {
            http.get(url.reveal(), readyPath).headers().firstValue("Server").ifPresent(parts::add);
        } catch (IOException e) {
            parts.add("no answer");
        }
        List<Path> executables = roots.pids().stream()
                .flatMap(pid -> ProcFs.executable(pid).stream())
                .toList();
        if (!executables.isEmpty()) {
            parts.add("sha256:" + sha256(executables));
        }
        return String.join(", ", parts);
    }

    private static Optional<Path> executable(Program program) {
        String word = program.command().get(0);
        if (word.contains("/")) {
            return Optional.of(program.directory().resolve(word)).filter(Files::isRegularFile);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, word))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String sha256(List<Path> files) {
        MessageDigest digest = digest();
        try {
            for (Path file : files) {
                updateWithContent(digest, file);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static void update(MessageDigest digest, Path directory) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(directory.relativize(file).toString(), file));
        }
        for (var file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            updateWithContent(digest, file.getValue());
        }
    }

    private static void updateWithContent(MessageDigest digest, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
