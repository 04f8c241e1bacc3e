package crosscheck.standin;

import crosscheck.RunError;
import crosscheck.contract.Implementation;

/** One of the {@link Master}'s worker processes. */
final class MasterWorker {
    private MasterWorker() {}

    public static void main(String[] arguments) {
        try {
            StandInProcess.run(
                    Implementation.PYTHON, StandInSettings.of(System.getenv()).onSharedPort());
        } catch (RunError wrong) {
            System.err.println("stand-in: " + wrong.getMessage());
            System.exit(wrong.reason().exitCode());
        }
    }
}
