package crosscheck.target;

import crosscheck.configuration.SecretUrl;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A deployment that answers.
 *
 * @param process its process where crosscheck started it
 */
record Instance(
        Deployment deployment, SecretUrl baseUrl, Roots roots, String identity, Optional<LaunchedProcess> process) {

    Instance withRoots(Roots found) {
        return new Instance(deployment, baseUrl, found, identity, process);
    }

    Instance withIdentity(String found) {
        return new Instance(deployment, baseUrl, roots, found, process);
    }

    TargetInfo info() {
        Map<String, String> services = new TreeMap<>();
        deployment.services().forEach(service -> services.put(service.id(), baseUrl.toString()));
        return new TargetInfo(
                deployment.name(),
                deployment.implementation().orElse(null),
                services,
                roots.pids(),
                roots.unknown(),
                identity,
                deployment.how());
    }
}
