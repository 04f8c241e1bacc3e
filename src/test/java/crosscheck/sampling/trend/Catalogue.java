package crosscheck.sampling.trend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Series of MiB as processes make them. What the memory does without a leak is drawn for each series anew, in noise of 0.2 to
 * 5 MiB that remembers for 1 to 30 seconds (first-order autoregressive), or in that of recorded runs.
 */
final class Catalogue {
    /** Times are shares of the whole, heights MiB. */
    enum Kind {
        FLAT,
        WHITE_NOISE,
        /** Growth of a twentieth of what matters. */
        DRIFT,
        WARM_UP,
        STEP,
        POOL_THAT_FILLS,
        LEAK_THAT_STOPS,
        /** Enlarged by steps that become rarer, up to its limit. */
        HEAP_THAT_FILLS,
        GC_SAWTOOTH,
        SPIKES,
        GAPS,
        RECORDED_PYTHON,
        RECORDED_RUST
    }

    private static final double[][] PYTHON = {recorded("python-1"), recorded("python-2")};
    private static final double[][] RUST = {recorded("rust-1"), recorded("rust-2")};

    private Catalogue() {}

    static List<Measurement> series(Kind kind, double leakPerMinute, double minutes, double everySeconds, long seed) {
        Random random = new Random(31 * seed + kind.ordinal());
        // The first numbers of neighbouring seeds are alike.
        IntStream.range(0, 10).forEach(i -> random.nextGaussian());
        DoubleUnaryOperator level = level(kind, minutes, random);
        int n = (int) Math.ceil(minutes * 60 / everySeconds);
        double[] noise =
                switch (kind) {
                    case RECORDED_PYTHON -> resampled(PYTHON, n, everySeconds, random);
                    case RECORDED_RUST -> resampled(RUST, n, everySeconds, random);
                    default -> autoregressive(n, everySeconds, kind == Kind.WHITE_NOISE, random);
                };
        double gap = kind == Kind.GAPS ? 0.2 + 0.5 * random.nextDouble() : 2;
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double minute = i * everySeconds / 60;
            double place = minute / minutes;
            double value = 200 + level.applyAsDouble(minute) + leakPerMinute * minute + noise[i];
            if (kind == Kind.SPIKES && random.nextInt(20) == 0) {
                value += 30 * random.nextDouble();
            }
            boolean missing = kind == Kind.GAPS && (random.nextInt(5) == 0 || place > gap && place < gap + 0.15);
            if (!missing) {
                measurements.add(new Measurement(minute, value));
            }
        }
        return measurements;
    }

    private static DoubleUnaryOperator level(Kind kind, double minutes, Random random) {
        double when = minutes * (0.1 + 0.4 * random.nextDouble());
        double height = 5 + 25 * random.nextDouble();
        double period = 0.5 + random.nextDouble();
        double offset = random.nextDouble();
        return switch (kind) {
            case DRIFT -> minute -> 0.05 * minute;
            case WARM_UP -> minute -> height * (1 - Math.exp(-8 * minute / (when + minutes * 0.3)));
            case STEP -> minute -> minute < when ? 0 : height;
            case POOL_THAT_FILLS -> minute -> Math.floor(4 * Math.min(1, minute / when)) * height / 4;
            case LEAK_THAT_STOPS -> minute -> Math.min(minute, when) * height / when;
            case HEAP_THAT_FILLS ->
                minute -> height * Math.floor(Math.log1p(30 * Math.min(1, minute / (minutes * 0.6)))) / 2;
            case GC_SAWTOOTH -> minute -> 60 * ((minute / period + offset) % 1);
            default -> minute -> 0;
        };
    }

    private static double[] autoregressive(int n, double everySeconds, boolean forgetful, Random random) {
        double deviation = 0.2 * Math.pow(25, random.nextDouble());
        double memorySeconds = Math.pow(30, random.nextDouble());
        double memory = forgetful ? 0 : Math.exp(-everySeconds / memorySeconds);
        double[] noise = new double[n];
        double last = deviation * random.nextGaussian();
        for (int i = 0; i < n; i++) {
            last = memory * last + deviation * Math.sqrt(1 - memory * memory) * random.nextGaussian();
            noise[i] = last;
        }
        return noise;
    }

    /** Stretches of two minutes of recorded runs, one after the other, each from anywhere (moving block bootstrap). */
    private static double[] resampled(double[][] recordings, int n, double everySeconds, Random random) {
        double[] noise = new double[n];
        double[] from = recordings[0];
        int start = 0;
        int block = (int) Math.round(120 / everySeconds);
        for (int i = 0; i < n; i++) {
            if (i % block == 0) {
                from = recordings[random.nextInt(recordings.length)];
                start = random.nextInt(from.length - 120);
            }
            noise[i] = from[start + (int) (i % block * everySeconds)];
        }
        return noise;
    }

    /** MiB each second, beside their mean; without a trend that was not there, steps would be ramps. */
    private static double[] recorded(String name) {
        double[] kibibytes = column(name, "rssKib");
        double mean = Arrays.stream(kibibytes).average().orElseThrow();
        return Arrays.stream(kibibytes).map(kib -> (kib - mean) / 1024).toArray();
    }

    static double[] column(String name, String column) {
        try (var in = Catalogue.class.getResourceAsStream("recorded/" + name + ".csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int index = List.of(lines.get(0).split(",")).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.split(",")[index]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Kind> all() {
        return Stream.of(Kind.values());
    }
}
