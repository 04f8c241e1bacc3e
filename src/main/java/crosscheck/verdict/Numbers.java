package crosscheck.verdict;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person writes them. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(6);

    private Numbers() {}

    /** Without trailing zeros or an exponent. */
    static String plain(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
