package crosscheck.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the processes behind URLs of this machine, which crosscheck did not start. */
final class ProcessFinder {
    /** Programs that listen for a container, or for another machine. */
    private static final Set<String> FORWARDERS =
            Set.of("docker-proxy", "rootlessport", "rootlesskit", "slirp4netns", "pasta", "gvproxy", "ssh", "kubectl");

    private ProcessFinder() {}

    /**
     * The roots behind a URL.
     *
     * @param others URLs of other targets: what started both is above both, and part of neither
     */
    static Roots behind(URI url, Set<URI> others) {
        if (!Loopback.has(url)) {
            return Roots.unknown(url.getHost() + " is not this machine's loopback interface");
        }
        if (!ProcFs.isThere()) {
            return Roots.outOfSight("processes behind a URL can be found on Linux only");
        }
        Set<Long> holders = ProcFs.listenersAt(port(url));
        if (holders.isEmpty()) {
            return Roots.outOfSight("no process that this user may look at listens at port " + port(url));
        }
        Optional<String> forwarder = forwarder(holders.stream().flatMap(pid -> command(pid).stream()));
        if (forwarder.isPresent()) {
            return Roots.outOfSight(
                    forwarder.get() + " listens at port " + port(url) + ", and hands on to somewhere else");
        }
        ProcessTable table = ProcFs.processes();
        Set<Long> notCounted =
                new HashSet<>(table.withAncestors(ProcessHandle.current().pid()));
        for (URI other : others) {
            if (Loopback.has(other) && port(other) != port(url)) {
                ProcFs.listenersAt(port(other)).forEach(pid -> notCounted.addAll(table.withAncestors(pid)));
            }
        }
        if (holders.contains(ProcessHandle.current().pid())) {
            return Roots.unknown("it is served by crosscheck's own process");
        }
        Set<Long> roots = new LinkedHashSet<>();
        holders.forEach(holder -> roots.add(table.topmost(holder, notCounted)));
        return Roots.known(roots);
    }

    /** @param commands executables of processes that listen */
    static Optional<String> forwarder(Stream<String> commands) {
        return commands.map(command -> Path.of(command).getFileName().toString())
                .filter(FORWARDERS::contains)
                .findFirst();
    }

    private static Optional<String> command(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command());
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equals("https") ? 443 : 80;
    }
}
