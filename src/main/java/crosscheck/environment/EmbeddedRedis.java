package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of this run's own, without persistence. */
final class EmbeddedRedis implements Provision {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private final Process process;
    private final int port;

    private EmbeddedRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static EmbeddedRedis start(Ownership ownership) {
        try {
            Path directory = Files.createDirectory(ownership.directory().resolve("redis"));
            File executable = ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get();
            int port = freePort();
            Path log = directory.resolve("redis.log");
            Process process = new ProcessBuilder(List.of(
                            executable.getPath(),
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--dir",
                            directory.toString(),
                            "--save",
                            "",
                            "--appendonly",
                            "no"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ownership.track(process.toHandle());
            awaitReady(process, port, log);
            return new EmbeddedRedis(process, port);
        } catch (IOException e) {
            throw new RunError(RunError.Cause.ENVIRONMENT, "The embedded Redis did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public SecretUrl url() {
        return new SecretUrl(URI.create("redis://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static void awaitReady(Process process, int port, Path log) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw RunError.environment("The embedded Redis did not start on port " + port + ":\n" + tail(log));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean answers(int port) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return jedis.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
