package crosscheck.sampling.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Series of MiB as processes make them: each kind is what the memory does, without a leak, in noise of 0.2 to 5 MiB that
 * remembers for 1 to 30 seconds (first-order autoregressive); {@code WHITE} does not remember.
 */
final class Catalogue {
    enum Kind {
        FLAT(minute -> 0),
        DRIFT_WITHIN_NOISE(minute -> 0.05 * minute),
        WARM_UP(minute -> 40 * (1 - Math.exp(-minute / 0.7))),
        STEP(minute -> minute < 4.3 ? 0 : 12),
        POOL_THAT_FILLS(minute -> Math.min(minute, 3) * 4),
        LEAK_THAT_STOPS(minute -> Math.min(minute, 5) * 3),
        GC_SAWTOOTH(minute -> 0),
        SPIKES(minute -> 0),
        GAPS(minute -> 0),
        WHITE(minute -> 0);

        private final DoubleUnaryOperator level;

        Kind(DoubleUnaryOperator level) {
            this.level = level;
        }
    }

    private Catalogue() {}

    static List<Measurement> series(Kind kind, double leakPerMinute, double minutes, double everySeconds, long seed) {
        Random random = new Random(seed * 31 + kind.ordinal());
        // The first numbers of neighbouring seeds are alike.
        IntStream.range(0, 10).forEach(i -> random.nextGaussian());
        double deviation = 0.2 * Math.pow(25, random.nextDouble());
        double memoryMinutes = 0.02 + 0.48 * random.nextDouble();
        double memory = kind == Kind.WHITE ? 0 : Math.exp(-everySeconds / 60 / memoryMinutes);
        double period = 0.5 + random.nextDouble();
        double offset = random.nextDouble();
        double noise = deviation * random.nextGaussian();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i * everySeconds / 60 < minutes; i++) {
            double minute = i * everySeconds / 60;
            noise = memory * noise + deviation * Math.sqrt(1 - memory * memory) * random.nextGaussian();
            double value = 200 + kind.level.applyAsDouble(minute) + leakPerMinute * minute + noise;
            if (kind == Kind.GC_SAWTOOTH) {
                value += 60 * ((minute / period + offset) % 1);
            }
            if (kind == Kind.SPIKES && random.nextInt(20) == 0) {
                value += 30 * random.nextDouble();
            }
            boolean missing = kind == Kind.GAPS && (random.nextInt(5) == 0 || (minute > 3 && minute < 4.5));
            if (!missing) {
                measurements.add(new Measurement(minute, value));
            }
        }
        return measurements;
    }
}
