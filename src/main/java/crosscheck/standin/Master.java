package crosscheck.standin;

import crosscheck.RunError;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts workers that share one port, and watches them. It reserves the port by a socket that never listens, so the kernel
 * gives connections to the workers only.
 */
final class Master {
    private static final int WORKERS = 2;
    private static final long PATIENCE_SECONDS = 15;

    private final SocketChannel reservation;
    private final List<Process> workers = new ArrayList<>();
    private volatile boolean ending;

    private Master(SocketChannel reservation) {
        this.reservation = reservation;
    }

    static void run(Map<String, String> environment) throws IOException {
        Fault.list(environment.getOrDefault(StandInSettings.FAULTS, ""));
        Master master = new Master(reserve(StandInSettings.port(environment)));
        Lifetime.endsWith(master::end);
        master.start();
        master.watch();
    }

    private static SocketChannel reserve(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (port != 0) {
            try (ServerSocket alone = new ServerSocket(port, 1, loopback)) {
                alone.setReuseAddress(true);
            } catch (IOException inUse) {
                throw RunError.configuration("PORT = " + port + ": " + inUse.getMessage());
            }
        }
        SocketChannel reservation = SocketChannel.open();
        reservation.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        return reservation.bind(new InetSocketAddress(loopback, port));
    }

    private void start() throws IOException {
        int port = ((InetSocketAddress) reservation.getLocalAddress()).getPort();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(worker(port));
        }
        boolean listening = true;
        for (Process worker : workers) {
            listening &= isListening(worker);
        }
        if (listening) {
            System.out.println(StandInProcess.LISTENING + port);
        }
    }

    private void watch() {
        CompletableFuture<?>[] ends = workers.stream().map(Process::onExit).toArray(CompletableFuture[]::new);
        mourn((Process) CompletableFuture.anyOf(ends).join());
    }

    private static Process worker(int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.WORKER);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MasterWorker.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(StandInSettings.PORT, Integer.toString(port));
        return builder.start();
    }

    /** False where the worker ended first. */
    private static boolean isListening(Process worker) throws IOException {
        BufferedReader output = worker.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith(StandInProcess.LISTENING)) {
            line = output.readLine();
        }
        return line != null;
    }

    private void mourn(Process worker) {
        if (!ending) {
            ending = true;
            System.err.println("stand-in: worker " + worker.pid() + " ended with exit code " + worker.exitValue());
            workers.forEach(Process::destroyForcibly);
            Runtime.getRuntime().halt(1);
        }
    }

    private void end() throws InterruptedException {
        ending = true;
        workers.forEach(Process::destroy);
        for (Process worker : workers) {
            if (!worker.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.destroyForcibly();
            }
        }
    }
}
