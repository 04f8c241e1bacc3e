package crosscheck.standin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A defect that single requests bring to light. */
public sealed interface FunctionalFault extends Fault
        permits AnswerFault, BodyFault, InputFault, DataFault, TransactionFault, MessageFault, TraceFault, ErrorFault {

    /** The difference that leaves every gate as it is. */
    String NOTED = "/bytes";

    Row row();

    /**
     * All that is to be said of a fault.
     *
     * @param operations that it touches, by the contract's names; empty where it touches all, or none
     * @param findings {@link Fault#findings}
     */
    record Row(Set<String> operations, List<String> findings, Function<DataSource, Defect> defect) {}

    /** The operations that it touches, by the contract's names; empty where it touches all, or none. */
    default Set<String> operations() {
        return row().operations();
    }

    @Override
    default List<String> findings() {
        return row().findings();
    }

    @Override
    default Set<String> gates() {
        return findings().stream()
                .filter(Predicate.not(finding -> finding.endsWith(NOTED)))
                .map(finding -> finding.substring(0, finding.indexOf('/')))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    default Defect planted(DataSource server) {
        return row().defect().apply(server);
    }

    static List<FunctionalFault> all() {
        return Stream.<FunctionalFault[]>of(
                        AnswerFault.values(),
                        BodyFault.values(),
                        InputFault.values(),
                        DataFault.values(),
                        TransactionFault.values(),
                        MessageFault.values(),
                        TraceFault.values(),
                        ErrorFault.values())
                .flatMap(Arrays::stream)
                .toList();
    }
}
