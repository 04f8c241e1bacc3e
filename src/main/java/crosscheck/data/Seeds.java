package crosscheck.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random numbers from one seed: a stream of its own for each purpose, so that one can grow without moving another. */
final class Seeds {
    private static final String HEX = "0123456789abcdef";

    private Seeds() {}

    static Random stream(long seed, String purpose) {
        return new Random(new Random(seed).nextLong() + purpose.hashCode() * 0x9E3779B97F4A7C15L);
    }

    static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static int between(Random random, Campaign.Seconds range) {
        return range.from() + random.nextInt(range.to() - range.from());
    }

    /** A number with up to {@code scale} decimals, below {@code bound} units of the last one; whole numbers have none. */
    static BigDecimal decimal(Random random, int bound, int scale) {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(bound), scale).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** A version 4 UUID. */
    static UUID uuid(Random random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static String hex(Random random, int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(HEX.charAt(random.nextInt(HEX.length())));
        }
        return text.toString();
    }
}
