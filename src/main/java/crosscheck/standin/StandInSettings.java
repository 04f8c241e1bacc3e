package crosscheck.standin;

import crosscheck.RunError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * How a stand-in is started, as the contract's environment variables say.
 *
 * @param port 0 for one that is free
 * @param sharedPort whether other processes listen on the same port (SO_REUSEPORT)
 * @param database {@code postgresql://user:password@host:port/database}
 * @param redis {@code redis://host:port}
 * @param poolSize database connections at most
 * @param applicationName PostgreSQL's {@code application_name} of its connections
 * @param faults what is planted in it
 */
public record StandInSettings(
        int port,
        boolean sharedPort,
        URI database,
        URI redis,
        int poolSize,
        String applicationName,
        List<Fault> faults) {

    static final String PORT = "PORT";
    static final String FAULTS = "CROSSCHECK_FAULTS";

    /** @throws RunError naming the variable that is missing or wrong */
    public static StandInSettings of(Map<String, String> environment) {
        String implementation = environment.get("IMPLEMENTATION");
        return new StandInSettings(
                port(environment),
                false,
                url(environment, "DATABASE_URL"),
                url(environment, "REDIS_URL"),
                number(environment, "DATABASE_POOL_SIZE", "10", 1, 1000),
                implementation == null ? "" : "crosscheck-" + implementation,
                Fault.list(environment.getOrDefault(FAULTS, "")));
    }

    static int port(Map<String, String> environment) {
        return number(environment, PORT, "0", 0, 65535);
    }

    StandInSettings onSharedPort() {
        return new StandInSettings(port, true, database, redis, poolSize, applicationName, faults);
    }

    /** Without the URLs, which may carry passwords. */
    @Override
    public String toString() {
        return "stand-in " + applicationName + " with " + faults;
    }

    private static int number(Map<String, String> environment, String name, String otherwise, int least, int most) {
        String text = environment.getOrDefault(name, otherwise);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw RunError.configuration(name + " = " + text + ": must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    private static URI url(Map<String, String> environment, String name) {
        String text = environment.get(name);
        if (text == null) {
            throw RunError.configuration(name + " is not set");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException noUrl) {
            throw RunError.configuration(name + " is not a URL");
        }
    }
}
