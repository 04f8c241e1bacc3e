package crosscheck.target;

import crosscheck.contract.Implementation;
import java.util.Optional;

/**
 * A process of a target that ended while it was needed.
 *
 * @param name of the target
 * @param implementation its side; empty for a companion
 * @param restarted whether another process took its place
 * @param text for the reader, with the tail of its log where crosscheck has it
 */
public record TargetEnd(String name, Optional<Implementation> implementation, boolean restarted, String text) {}
