package crosscheck.target;

import crosscheck.contract.Implementation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How an embedded implementation is started: this JVM's own {@code java} and class path. */
public final class StandInCommand {
    /** Read by the {@code java} launcher, and so by the JVMs that a stand-in starts in its turn. */
    private static final String LAUNCHER_OPTIONS = "JDK_JAVA_OPTIONS";

    private final String mainClass;
    private final Function<Implementation, List<String>> flags;
    private final ClassPath classPath;
    private final Optional<ClassDataArchive> archive;

    /**
     * @param mainClass called with the name of the architecture
     * @param flags of the JVM, by architecture
     * @param classPath in the form of {@code java.class.path}
     * @param cache a folder outside the checkout, for what starts them faster the next time
     */
    public StandInCommand(
            String mainClass, Function<Implementation, List<String>> flags, String classPath, Path cache) {
        this.mainClass = mainClass;
        this.flags = flags;
        this.classPath = ClassPath.of(classPath);
        this.archive = ClassDataArchive.in(cache, this.classPath);
    }

    /** The user's folder for what can be made again. */
    public static Path userCache(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = folder.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(folder);
        return caches.resolve("crosscheck");
    }

    List<String> command(Implementation architecture) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags.apply(architecture));
        // One JVM writes the list, the one that loads everything itself rather than in workers.
        if (architecture == Implementation.RUST) {
            archive.filter(any -> !any.isBuilt())
                    .map(ClassDataArchive::recordFlag)
                    .ifPresent(command::add);
        }
        command.addAll(List.of("-cp", classPath.toString(), mainClass, architecture.id()));
        return command;
    }

    Map<String, String> environment() {
        return archive.filter(ClassDataArchive::isBuilt)
                .map(built -> Map.of(LAUNCHER_OPTIONS, '"' + built.useFlag() + '"'))
                .orElse(Map.of());
    }

    String identity() {
        String shared = archive.filter(ClassDataArchive::isBuilt)
                .map(any -> ", class data shared")
                .orElse("");
        return Identity.ofClassPath(classPath) + shared;
    }

    /** Makes the next start faster, once no stand-in runs any more. */
    void prepareNextStart() throws InterruptedException {
        if (archive.isPresent()) {
            archive.get().build();
        }
    }
}
