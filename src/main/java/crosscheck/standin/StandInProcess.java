package crosscheck.standin;

import crosscheck.contract.Implementation;

/** A stand-in that is a process of its own. */
final class StandInProcess {
    static final String LISTENING = "listening on http://127.0.0.1:";

    private StandInProcess() {}

    static void run(Implementation implementation, StandInSettings settings) {
        // Libraries that log would load and configure a logging system first; what matters goes to standard error.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        StandIn standIn = StandIn.start(implementation, settings);
        Lifetime.endsWith(standIn::close);
        System.out.println(LISTENING + standIn.port());
    }
}
