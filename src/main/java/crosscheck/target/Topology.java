package crosscheck.target;

import crosscheck.RunError;
import crosscheck.contract.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who needs whom.
 *
 * @param needs for each service those that must be up before it
 * @param startOrder every service after those that it needs
 */
public record Topology(Map<Service, List<Service>> needs, List<Service> startOrder) {

    /** @throws RunError configuration: services that need each other in a circle, with the circle */
    public static Topology of(Map<Service, List<Service>> needs) {
        List<Service> order = new ArrayList<>();
        for (Service service : Service.values()) {
            visit(service, needs, order, List.of());
        }
        return new Topology(new EnumMap<>(needs), List.copyOf(order));
    }

    private static void visit(
            Service service, Map<Service, List<Service>> needs, List<Service> order, List<Service> path) {
        List<Service> extended = new ArrayList<>(path);
        extended.add(service);
        if (path.contains(service)) {
            List<Service> circle = extended.subList(path.indexOf(service), extended.size());
            throw RunError.configuration("crosscheck.topology." + service
                    + ": the services need each other in a circle, "
                    + String.join(" -> ", circle.stream().map(Service::id).toList())
                    + "; take one of the entries out");
        }
        if (!order.contains(service)) {
            needs.getOrDefault(service, List.of()).forEach(needed -> visit(needed, needs, order, extended));
            order.add(service);
        }
    }
}
