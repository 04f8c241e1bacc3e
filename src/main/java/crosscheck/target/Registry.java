package crosscheck.target;

import crosscheck.configuration.SecretUrl;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Where each service of each implementation is reached; no base URL ends with a slash. */
public record Registry(Map<Implementation, Map<Service, SecretUrl>> baseUrls) {

    public SecretUrl baseUrl(Implementation implementation, Service service) {
        return baseUrls.get(implementation).get(service);
    }

    /** The distinct base URLs of a side, each with the services behind it. */
    public Map<SecretUrl, Set<Service>> servicesByUrl(Implementation implementation) {
        Map<SecretUrl, Set<Service>> services = new LinkedHashMap<>();
        baseUrls.get(implementation)
                .forEach((service, url) -> services.computeIfAbsent(url, any -> new LinkedHashSet<>())
                        .add(service));
        return services;
    }

    static Registry of(Iterable<Instance> instances) {
        Map<Implementation, Map<Service, SecretUrl>> urls = new EnumMap<>(Implementation.class);
        for (Instance instance : instances) {
            instance.deployment().implementation().ifPresent(implementation -> {
                Map<Service, SecretUrl> side =
                        urls.computeIfAbsent(implementation, any -> new EnumMap<>(Service.class));
                instance.deployment().services().forEach(service -> side.put(service, instance.baseUrl()));
            });
        }
        return new Registry(urls);
    }
}
