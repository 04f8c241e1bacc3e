package crosscheck.run;

import crosscheck.observation.Plan;
import java.lang.management.ManagementFactory;
import java.util.Map;
import oshi.SystemInfo;

/** The machine that a run was made on, as far as it decides whether two runs can be compared. */
final class HostFacts {
    private HostFacts() {}

    /** @param machine what the user calls this machine and those alike; empty: its own name */
    static Plan.Host read(String machine, Map<String, String> versions) {
        SystemInfo info = new SystemInfo();
        String own = info.getOperatingSystem().getNetworkParams().getHostName();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Plan.Host(
                machine.isEmpty() ? own : machine,
                info.getHardware().getProcessor().getProcessorIdentifier().getName(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                versions);
    }
}
