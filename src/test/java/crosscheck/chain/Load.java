package crosscheck.chain;

import static io.gatling.javaapi.http.HttpDsl.http;

import crosscheck.phase.LoadPhase;
import crosscheck.phase.Scenario;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the load chains of one planned phase need.
 *
 * @param name who is driven, for Gatling's report
 * @param runner base URL of its runner
 * @param current the phase under way, once it has begun
 * @param counted whether Gatling's figures count its requests; not so in a warm-up
 * @param feeders where the run's feeder files are
 */
public record Load(
        String name, URI runner, Supplier<LoadPhase> current, boolean counted, Duration requestTimeout, Path feeders) {

    LoadPhase phase() {
        return current.get();
    }

    HttpRequestActionBuilder get(Scenario scenario, String operation, String path) {
        return counted(request(scenario, operation).get(url(path)));
    }

    HttpRequestActionBuilder post(Scenario scenario, String operation, String path) {
        return counted(request(scenario, operation).post(url(path)));
    }

    HttpRequestActionBuilder put(Scenario scenario, String operation, String path) {
        return counted(request(scenario, operation).put(url(path)));
    }

    private Http request(Scenario scenario, String operation) {
        return http(name + " " + scenario.id() + ": " + operation);
    }

    private HttpRequestActionBuilder counted(HttpRequestActionBuilder request) {
        return counted ? request : request.silent();
    }

    /** @param url without scheme and host */
    String path(String url) {
        return url.substring(withoutSlash(runner.getRawPath()).length());
    }

    private String url(String path) {
        return withoutSlash(runner.toString()) + path;
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
