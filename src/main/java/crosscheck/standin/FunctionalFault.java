package crosscheck.standin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A defect that single requests bring to light. */
public sealed interface FunctionalFault extends Fault
        permits AnswerFault, BodyFault, InputFault, DataFault, TransactionFault, MessageFault, TraceFault, ErrorFault {

    /** The difference that leaves every gate as it is. */
    String NOTED = "/bytes";

    /** Exactly those findings that it causes, each as {@code suite/kind}. */
    Set<String> findings();

    /** The operations that it touches, by the contract's names; empty where it touches all, or none. */
    Set<String> operations();

    @Override
    default Set<String> gates() {
        return findings().stream()
                .filter(Predicate.not(finding -> finding.endsWith(NOTED)))
                .map(finding -> finding.substring(0, finding.indexOf('/')))
                .collect(Collectors.toUnmodifiableSet());
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
