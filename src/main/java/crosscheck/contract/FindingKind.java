package crosscheck.contract;

import java.util.Locale;

/**
 * What sort of thing a finding is. Every sort is a constant of an enum that implements this, so that a test can name those that
 * no planted defect shows.
 */
public interface FindingKind {
    String name();

    /** In kebab-case, as it is written in results and in the ledger. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
