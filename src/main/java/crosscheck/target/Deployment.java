package crosscheck.target;

import crosscheck.configuration.SecretUrl;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.util.List;
import java.util.Optional;

/**
 * One program that takes part in a run: a side, a service of a side that is elsewhere, or a companion.
 *
 * @param name for people: {@code python}, {@code rust worker}, {@code companion forge}
 * @param key the configuration key that says how it is had
 * @param implementation the side it belongs to; empty for a companion
 * @param services those it serves
 * @param how it is had
 * @param url where it already runs, if it does
 * @param program what is started, if it does not
 * @param readyPath path that answers 200 once it is up
 */
record Deployment(
        String name,
        String key,
        Optional<Implementation> implementation,
        List<Service> services,
        How how,
        Optional<SecretUrl> url,
        Optional<Program> program,
        String readyPath) {}
