package crosscheck.target;

import crosscheck.configuration.SecretUrl;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Settings.Companion;
import crosscheck.configuration.Settings.Endpoint;
import crosscheck.configuration.Settings.Side;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Works out of the settings which programs take part, without starting any. */
final class Deployments {
    private static final String HEALTH = "/api/health";

    private final Settings settings;
    private final SecretUrl databaseUrl;
    private final SecretUrl redisUrl;
    private final Path logs;
    private final StandInCommand standIn;

    Deployments(Settings settings, SecretUrl databaseUrl, SecretUrl redisUrl, Path logs, StandInCommand standIn) {
        this.settings = settings;
        this.databaseUrl = databaseUrl;
        this.redisUrl = redisUrl;
        this.logs = logs;
        this.standIn = standIn;
    }

    /** Those of one side, each after those that it needs. */
    List<Deployment> ofSide(Implementation implementation, Topology topology) {
        Side side = settings.sides().get(implementation);
        List<Service> together = topology.startOrder().stream()
                .filter(service -> !side.services().get(service).isGiven())
                .toList();
        List<Deployment> deployments = new ArrayList<>();
        for (Service service : topology.startOrder()) {
            if (!together.contains(service)) {
                deployments.add(ofService(implementation, side, service));
            } else if (service == together.get(0)) {
                deployments.add(ofRest(implementation, side, together));
            }
        }
        return deployments;
    }

    private String key(Implementation implementation) {
        return "crosscheck.implementations." + settings.sameOnBothSides().orElse(implementation);
    }

    private Deployment ofService(Implementation implementation, Side side, Service service) {
        String name = implementation + " " + service;
        return given(
                name,
                key(implementation) + ".services." + service,
                Optional.of(implementation),
                List.of(service),
                side.services().get(service),
                side.directory(),
                environment(implementation, side),
                HEALTH);
    }

    private Deployment ofRest(Implementation implementation, Side side, List<Service> services) {
        if (side.all().isGiven()) {
            return given(
                    implementation.id(),
                    key(implementation),
                    Optional.of(implementation),
                    services,
                    side.all(),
                    side.directory(),
                    environment(implementation, side),
                    HEALTH);
        }
        Map<String, String> environment = environment(implementation, side);
        environment.putAll(standIn.environment());
        environment.put("CROSSCHECK_FAULTS", String.join(",", side.faults()));
        return new Deployment(
                implementation.id(),
                key(implementation),
                Optional.of(implementation),
                services,
                How.STAND_IN,
                Optional.empty(),
                Optional.of(new Program(
                        standIn.command(side.architecture()), Path.of("."), environment, log(implementation.id()))),
                HEALTH);
    }

    List<Deployment> companions() {
        return settings.companions().stream().map(this::ofCompanion).toList();
    }

    private Deployment ofCompanion(Companion companion) {
        return given(
                "companion " + companion.name(),
                "crosscheck.companions (" + companion.name() + ")",
                Optional.empty(),
                List.of(),
                companion.endpoint(),
                companion.directory(),
                environment(),
                companion.ready());
    }

    private Deployment given(
            String name,
            String key,
            Optional<Implementation> implementation,
            List<Service> services,
            Endpoint endpoint,
            Path directory,
            Map<String, String> environment,
            String readyPath) {
        if (endpoint.url().isPresent()) {
            return new Deployment(
                    name, key, implementation, services, How.URL, endpoint.url(), Optional.empty(), readyPath);
        }
        Program program = new Program(endpoint.command(), directory, environment, log(name.replace(' ', '-')));
        return new Deployment(
                name, key, implementation, services, How.COMMAND, Optional.empty(), Optional.of(program), readyPath);
    }

    private Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "PORT", "0",
                "DATABASE_URL", databaseUrl.reveal().toString(),
                "REDIS_URL", redisUrl.reveal().toString()));
    }

    private Map<String, String> environment(Implementation implementation, Side side) {
        Map<String, String> environment = environment();
        environment.put("IMPLEMENTATION", implementation.id());
        environment.put("DATABASE_POOL_SIZE", String.valueOf(side.poolSize()));
        return environment;
    }

    private Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
