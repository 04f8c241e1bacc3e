package crosscheck.target;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class path with its jars in a fixed order before its directories, as class-data sharing wants it.
 *
 * @param jars by name
 * @param directories in the order given
 */
record ClassPath(List<Path> jars, List<Path> directories) {

    /** Of the value of {@code java.class.path}; a jar that only lists others in its manifest is replaced by them. */
    static ClassPath of(String value) {
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : value.split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            entries.addAll(Files.isRegularFile(path) ? listed(path) : List.of(path));
        }
        return new ClassPath(
                entries.stream().filter(Files::isRegularFile).sorted().toList(),
                entries.stream().filter(Files::isDirectory).toList());
    }

    private static Collection<Path> listed(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String listed =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            boolean empty = file.stream().noneMatch(entry -> entry.getName().endsWith(".class"));
            if (listed == null || !empty) {
                return List.of(jar);
            }
            return Stream.of(listed.split(" "))
                    .map(entry -> Path.of(jar.toUri().resolve(entry)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jars alone. */
    String jarPath() {
        return joined(jars);
    }

    @Override
    public String toString() {
        List<Path> all = new ArrayList<>(jars);
        all.addAll(directories);
        return joined(all);
    }

    private static String joined(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
