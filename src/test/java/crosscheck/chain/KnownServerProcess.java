package crosscheck.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link KnownServer} in a process of its own. */
public final class KnownServerProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private KnownServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when it listens. */
    public static KnownServerProcess start(KnownServer.Behaviour behaviour) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KnownServer.class.getName(),
                        behaviour.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return new KnownServerProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    public URI url() {
        return url;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
