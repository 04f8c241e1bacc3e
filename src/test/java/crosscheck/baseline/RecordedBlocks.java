package crosscheck.baseline;

import crosscheck.contract.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Blocks of load as they were recorded, of builds that did not change, on a machine that nobody else used; and runs made up of
 * their noise. A made-up run has the level of each metric times what one recorded block, drawn by chance, was off it: with all its
 * numbers, so that these vary together as they did. Runs drift apart on top of that.
 *
 * @param levels the mean of each metric
 * @param residuals logarithms by which each block was off the mean of its place in the run, metric by metric
 */
record RecordedBlocks(List<Metric> metrics, double[] levels, List<double[]> residuals) {
    private static final int NAMES = 2;
    private static final int REQUESTS = 900;
    private static final double ERRORS = 0.0005;

    /**
     * How made-up runs vary.
     *
     * @param deviation of every metric from run to run, a share of its value; 0: as it was recorded
     * @param correlation of one run's drift with the next one's; the drift of the times of a side (its processor time goes with
     *     them) and that of its memory are processes of their own
     * @param drift the deviation of the drift, a share of the value
     */
    record Noise(double deviation, double correlation, double drift) {}

    /** @param file a header of {@code run,block,<side> <subject> <measure>,...}, then a block a line */
    static RecordedBlocks read(Path file) throws IOException {
        List<List<String>> lines = Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(",")))
                .toList();
        List<Metric> metrics =
                lines.get(0).stream().skip(NAMES).map(RecordedBlocks::metric).toList();
        List<List<String>> blocks = lines.subList(1, lines.size());
        double[] levels = means(blocks);
        Map<String, double[]> places = new TreeMap<>();
        for (List<String> block : blocks) {
            places.computeIfAbsent(
                    block.get(1),
                    place -> means(blocks.stream()
                            .filter(other -> other.get(1).equals(place))
                            .toList()));
        }
        List<double[]> residuals = blocks.stream()
                .map(block -> IntStream.range(0, levels.length)
                        .mapToDouble(i -> levels[i] == 0 ? 0 : Math.log(value(block, i) / places.get(block.get(1))[i]))
                        .toArray())
                .toList();
        return new RecordedBlocks(metrics, levels, residuals);
    }

    private static double[] means(List<List<String>> blocks) {
        return IntStream.range(0, blocks.get(0).size() - NAMES)
                .mapToDouble(i -> blocks.stream()
                        .mapToDouble(block -> value(block, i))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double value(List<String> block, int metric) {
        return Double.parseDouble(block.get(NAMES + metric));
    }

    private static Metric metric(String column) {
        String[] words = column.split(" ", -1);
        return new Metric(
                Implementation.valueOf(words[0].toUpperCase(Locale.ROOT)),
                words[1],
                Measure.valueOf(words[2].toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** The standard deviation of each metric from block to block, a share of its value. */
    double[] deviations() {
        return IntStream.range(0, levels.length)
                .mapToDouble(i -> Math.sqrt(
                        residuals.stream().mapToDouble(row -> row[i] * row[i]).sum() / (residuals.size() - 1)))
                .toArray();
    }

    /**
     * Made-up runs, the oldest first.
     *
     * @param last so many of the last runs are the candidate's: their values are times {@code changed}
     * @param slow the recorded response times are times this
     */
    List<RunRecord> runs(
            int count, int last, Noise noise, double slow, ToDoubleFunction<Metric> changed, Random random) {
        double[] recorded = deviations();
        double fresh = Math.sqrt(1 - noise.correlation() * noise.correlation());
        Map<String, Double> drift = new TreeMap<>();
        List<RunRecord> runs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            for (Implementation side : Implementation.values()) {
                for (String what : List.of(" times", " memory")) {
                    double before = drift.getOrDefault(side + what, random.nextGaussian());
                    drift.put(side + what, noise.correlation() * before + fresh * random.nextGaussian());
                }
            }
            double[] off = residuals.get(random.nextInt(residuals.size()));
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < levels.length; i++) {
                Metric metric = metrics.get(i);
                double scale = noise.deviation() == 0 || recorded[i] == 0 ? 1 : noise.deviation() / recorded[i];
                String what = metric.measure() == Measure.MEMORY ? " memory" : " times";
                double value = levels[i]
                        * Math.exp(scale * off[i] + noise.drift() * drift.get(metric.implementation() + what))
                        * (metric.subject().isEmpty() ? 1 : slow)
                        * (run < count - last ? 1 : changed.applyAsDouble(metric));
                figures.add(new Figure(
                        metric, metric.measure() == Measure.ERROR_RATE ? errorRate(random) : value, REQUESTS));
            }
            runs.add(new RunRecord(
                    RunRecord.SCHEMA,
                    "run " + run,
                    "2026-01-%02dT%02d:00:00Z".formatted(1 + run / 24, run % 24),
                    new TreeMap<>(),
                    Map.of(),
                    figures));
        }
        return runs;
    }

    /** A few in many: the gaps between errors are exponential. */
    private static double errorRate(Random random) {
        int errors = -1;
        double at = 0;
        while (at < REQUESTS) {
            at -= Math.log(1 - random.nextDouble()) / ERRORS;
            errors++;
        }
        return 100.0 * errors / REQUESTS;
    }
}
