package crosscheck.run;

import crosscheck.observation.Plan;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** The machine that a run was made on, as far as it decides whether two runs can be compared. */
final class HostFacts {
    private HostFacts() {}

    static Plan.Host read(Map<String, String> versions) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Plan.Host(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                versions);
    }
}
