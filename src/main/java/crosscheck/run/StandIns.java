package crosscheck.run;

import crosscheck.contract.Implementation;
import crosscheck.standin.Fault;
import crosscheck.standin.NullServer;
import crosscheck.standin.StandIn;
import crosscheck.target.StandInCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The embedded implementations, as the rest of the harness needs to know them: a program and the names of its defects. */
final class StandIns {
    private StandIns() {}

    static StandInCommand command() {
        return new StandInCommand(
                StandIn.class.getName(),
                StandIn::jvmFlags,
                System.getProperty("java.class.path"),
                StandInCommand.userCache(System.getenv()));
    }

    /** A server that answers at once what the contract promises and does nothing else. */
    static List<String> nullServer() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(StandIn.jvmFlags(Implementation.RUST));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NullServer.class.getName()));
        return command;
    }

    static Set<String> faults() {
        return Fault.all().stream().map(Fault::id).collect(Collectors.toUnmodifiableSet());
    }
}
