package crosscheck.run;

import crosscheck.standin.Fault;
import crosscheck.standin.StandIn;
import crosscheck.target.StandInCommand;
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

    static Set<String> faults() {
        return Fault.all().stream().map(Fault::id).collect(Collectors.toUnmodifiableSet());
    }
}
