package crosscheck.check;

import crosscheck.contract.RequestSpec;
import java.time.Duration;
import java.util.Optional;

/** Something that a check does. */
public sealed interface Step {

    /** Unique within its check. */
    String name();

    /**
     * A request. Path, header values and a body of text may name what earlier steps were answered:
     * <code>${assign#/run_id}</code> is the text of the value at that JSON pointer of the answer to the step {@code assign}.
     * Where there is no such value, the check ends there. <code>${upper:assign#/run_id}</code> is the same in upper case. In a
     * path, values are percent-encoded.
     *
     * <p>They may also name addresses, as base URLs without a slash at the end:
     *
     * <ul>
     *   <li><code>${url:runner}</code>: the runner of whoever this check's cast has for a step named {@code runner}, usually
     *       {@link Cast#others()}; <code>${url:runner:python}</code> and <code>${url:runner:rust}</code>: of that implementation
     *   <li><code>${url:closed}</code>: a port of the loopback address on which nobody listens
     *   <li><code>${url:answers:409}</code>: an HTTP server of crosscheck's own that reads every request and answers it with this
     *       status and no body
     * </ul>
     *
     * @param operation the contract's; empty for a path or method that it does not have
     * @param request what is sent; {@code traceparent} is added where the request has none, unless it says {@code ""}
     * @param until what the answer must be before the chain goes on; it is asked again until then or the deadline
     * @param commitHeld whether the database holds back the commit of what the request does, until every other effect that
     *     could have left by then has been seen
     */
    record Send(String name, String operation, RequestSpec request, Optional<Until> until, boolean commitHeld)
            implements Step {

        public static Send of(String name, String operation, RequestSpec request) {
            return new Send(name, operation, request, Optional.empty(), false);
        }

        public Send until(String pointer, String value, Duration deadline) {
            return new Send(name, operation, request, Optional.of(new Until(pointer, value, deadline)), commitHeld);
        }

        public Send holdingTheCommit() {
            return new Send(name, operation, request, until, true);
        }
    }

    /**
     * @param pointer JSON pointer into the answer's body
     * @param value the text that must be there; {@code *} for anything but null
     */
    record Until(String pointer, String value, Duration deadline) {}

    /** Takes a server out of the reach of the implementations; only for targets that crosscheck launches. */
    record Cut(String name, Server server) implements Step {}

    /** Puts it back into reach. */
    record Mend(String name, Server server) implements Step {}

    /** Crosscheck itself publishes a payload on a topic, as it is: what no request can make an implementation send. */
    record Publish(String name, String topic, String payload) implements Step {}

    enum Server {
        DATABASE,
        REDIS
    }
}
