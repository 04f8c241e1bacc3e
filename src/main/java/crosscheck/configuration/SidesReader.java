package crosscheck.configuration;

import crosscheck.configuration.Settings.Endpoint;
import crosscheck.configuration.Settings.Side;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who plays which side. With {@code aa} the definition of that implementation plays both, its faults included, and
 * what is said of the other is not used; a fault planted there is an error, because nobody would see its effect.
 */
final class SidesReader {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Values values;
    private final Set<String> knownFaults;

    SidesReader(Values values, Set<String> knownFaults) {
        this.values = values.in("implementations");
        this.knownFaults = knownFaults;
    }

    Map<Implementation, Side> read(Optional<Implementation> same) {
        Map<Implementation, Side> sides = new EnumMap<>(Implementation.class);
        for (Implementation implementation : Implementation.values()) {
            sides.put(implementation, side(implementation));
        }
        if (same.isEmpty()) {
            checkDistinct(sides);
            return sides;
        }
        Side both = sides.get(same.get());
        Implementation unused = same.get().other();
        if (!both.faults().containsAll(sides.get(unused).faults())) {
            values.in(unused.id())
                    .wrong("faults", "cannot be, since crosscheck.aa = " + same.get() + " plays both sides");
        }
        sides.replaceAll((implementation, side) -> both);
        return sides;
    }

    private Side side(Implementation implementation) {
        Values block = values.in(implementation.id());
        Endpoint all = endpoint(block);
        Map<Service, Endpoint> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, endpoint(block.in("services").in(service.id())));
        }
        Side side = new Side(
                implementation,
                all,
                services,
                Path.of(block.text("directory")),
                block.someOf("faults", knownFaults, knownFaults::contains),
                block.count("pool-size", 1, 10_000));
        boolean standIn = !all.isGiven() && !services.values().stream().allMatch(Endpoint::isGiven);
        if (!standIn && !side.faults().isEmpty()) {
            block.wrong("faults", "cannot be planted in programs that are given by url or command, only in stand-ins");
        }
        return side;
    }

    private static Endpoint endpoint(Values block) {
        Endpoint endpoint = new Endpoint(block.url("url", SCHEMES, "http://localhost:8080"), block.words("command"));
        if (endpoint.url().isPresent() && !endpoint.command().isEmpty()) {
            block.wrong("command", "cannot be given together with url: it is started, or it already runs");
        }
        return endpoint;
    }

    private void checkDistinct(Map<Implementation, Side> sides) {
        for (Service service : Service.values()) {
            Optional<SecretUrl> python =
                    sides.get(Implementation.PYTHON).endpoint(service).url();
            if (python.isPresent()
                    && python.equals(
                            sides.get(Implementation.RUST).endpoint(service).url())) {
                Values rust = values.in(Implementation.RUST.id());
                boolean own =
                        sides.get(Implementation.RUST).services().get(service).isGiven();
                (own ? rust.in("services").in(service.id()) : rust)
                        .wrong("url", "is python's URL too; set crosscheck.aa to compare a program with itself");
            }
        }
    }
}
