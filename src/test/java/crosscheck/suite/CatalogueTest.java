package crosscheck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.contract.Contract;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void namesEachCheckOnceAndEachOfItsSteps() {
        assertThat(Catalogue.checks(Contract.load()))
                .hasSizeGreaterThan(500)
                .extracting(Check::id)
                .doesNotHaveDuplicates();
    }
}
