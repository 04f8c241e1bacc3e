package crosscheck.target;

import crosscheck.configuration.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The server that does nothing, running: what the generator itself can do is measured against it. */
public final class NullServer implements AutoCloseable {
    private static final String NAME = "null server";

    private final Starter starter;
    private final URI url;

    private NullServer(Starter starter, URI url) {
        this.starter = starter;
        this.url = url;
    }

    /**
     * @param command prints where it listens, as a target does
     * @param logs folder for its output
     * @param track told of its process as soon as it is started
     * @throws crosscheck.RunError where it does not start
     */
    public static NullServer start(
            List<String> command, Settings.Startup startup, Path logs, Consumer<ProcessHandle> track)
            throws InterruptedException {
        Starter starter = new Starter(startup, new Http(), track);
        Program program = new Program(command, Path.of("."), Map.of(), logs.resolve("null-server.log"));
        Deployment deployment = new Deployment(
                NAME,
                NAME,
                Optional.empty(),
                List.of(),
                How.STAND_IN,
                Optional.empty(),
                Optional.of(program),
                "/api/health");
        boolean ready = false;
        try {
            URI url = starter.start(deployment).baseUrl().reveal();
            ready = true;
            return new NullServer(starter, url);
        } finally {
            if (!ready) {
                starter.stop();
            }
        }
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        starter.stop();
    }
}
