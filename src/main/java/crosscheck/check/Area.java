package crosscheck.check;

import java.util.stream.Stream;

/** Checks that belong together. */
@FunctionalInterface
public interface Area {

    /** Always the same ones in the same order. */
    Stream<Chain> chains();
}
