package crosscheck.target;

import crosscheck.contract.Implementation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How an embedded implementation is started: this JVM's own {@code java} and class path.
 *
 * @param mainClass called with the name of the architecture
 * @param flags of the JVM, by architecture
 */
public record StandInCommand(String mainClass, Function<Implementation, List<String>> flags, String classPath) {

    List<String> of(Implementation architecture) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags.apply(architecture));
        command.addAll(List.of("-cp", classPath, mainClass, architecture.id()));
        return command;
    }
}
