package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;

import crosscheck.contract.Implementation;
import crosscheck.observation.ResourceSample;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code limits.<resource>}: what a side may take at most, where the configuration says so. */
record LimitGates(Evidence evidence, ResourceUse use) {
    private static final double KIB = 1 << 10;

    /** Taken over time, told as a mean over all judged phases, or held, told as the largest sample. */
    private record Taken(Double value, long samples) {}

    List<Question> questions() {
        return new TreeMap<>(evidence.thresholds().limits())
                .entrySet().stream()
                        .flatMap(limit -> evidence.implementations().stream()
                                .map(side -> question(limit.getKey(), limit.getValue(), side)))
                        .toList();
    }

    private Question question(String resource, double limit, Implementation side) {
        return new Question(
                "limits." + resource,
                "resources",
                side,
                "≤ " + plain(limit),
                unit(resource),
                () -> answer(resource, limit, side));
    }

    private Answer answer(String resource, double limit, Implementation side) {
        Taken taken = taken(resource, side);
        Optional<String> unfinished = Evidence.unfinished(evidence.phases(side));
        if (taken.value == null) {
            return unfinished
                    .map(doubt -> Answer.inconclusive(null, 0, doubt))
                    .orElseGet(() -> Answer.inconclusive(
                            null, 0, resource + " of " + side + " was not sampled, or is not told by this machine"));
        }
        return Answer.of(taken.value <= limit, taken.value, taken.samples, said(resource, side, taken.value))
                .passUnless(unfinished.or(() -> evidence.unloaded(side)));
    }

    private static String said(String resource, Implementation side, double value) {
        String how = isRate(resource) ? "on average" : "at most";
        return "%s took %s %s %s while it was driven".formatted(side, plain(value), unit(resource), how);
    }

    private static boolean isRate(String resource) {
        return resource.endsWith("-kib") || resource.equals("cpu-percent");
    }

    private static String unit(String resource) {
        return switch (resource) {
            case "cpu-percent" -> "%";
            case "memory-mib" -> "MiB";
            case "idle-in-transaction" -> "sessions";
            case "queue-depth" -> "rows";
            default -> resource.endsWith("-kib") ? "KiB/s" : resource;
        };
    }

    private Taken taken(String resource, Implementation side) {
        return switch (resource) {
            case "cpu-percent" -> rate(side, ResourceSample::cpuSeconds, 100);
            case "memory-mib" -> largest(side, use.memory());
            case "connections" -> largest(side, Quantity.CONNECTIONS);
            case "idle-in-transaction" -> largest(side, Quantity.IDLE_IN_TRANSACTION);
            case "descriptors" -> largest(side, Quantity.DESCRIPTORS);
            case "threads" -> largest(side, Quantity.THREADS);
            case "queue-depth" -> largest(side, Quantity.QUEUE_DEPTH);
            case "disk-read-kib" -> rate(side, ResourceSample::diskReadBytes, 1 / KIB);
            case "disk-write-kib" -> rate(side, ResourceSample::diskWriteBytes, 1 / KIB);
            case "database-disk-kib" -> rate(side, LimitGates::backends, 1 / KIB);
            case "network-kib" -> network(side);
            default -> throw new IllegalArgumentException("limits." + resource + " is limited, but not measured");
        };
    }

    private Taken largest(Implementation side, Quantity quantity) {
        List<Double> values = use.values(quantity, side);
        return new Taken(values.stream().max(Double::compare).orElse(null), values.size());
    }

    /** A cumulative value's growth a second, over the judged phases in which it was sampled twice. */
    private Taken rate(Implementation side, Function<ResourceSample, Number> value, double factor) {
        double grown = 0;
        double seconds = 0;
        long samples = 0;
        for (PhaseFigures phase : evidence.phases(side).toList()) {
            List<ResourceSample> sampled = evidence.resources(phase).stream()
                    .filter(sample -> value.apply(sample) != null)
                    .toList();
            if (sampled.size() > 1) {
                ResourceSample first = sampled.get(0);
                ResourceSample last = sampled.get(sampled.size() - 1);
                grown += value.apply(last).doubleValue() - value.apply(first).doubleValue();
                seconds += (last.atMicros() - first.atMicros()) / 1e6;
                samples += sampled.size();
            }
        }
        return new Taken(seconds == 0 ? null : factor * grown / seconds, samples);
    }

    private static Long backends(ResourceSample sample) {
        return sample.databaseReadBytes() == null ? null : sample.databaseReadBytes() + sample.databaseWriteBytes();
    }

    private Taken network(Implementation side) {
        List<PhaseFigures> ran =
                evidence.phases(side).filter(phase -> phase.ran() != null).toList();
        List<RequestFigures> requests = ran.stream()
                .flatMap(phase -> phase.scenarios().values().stream())
                .flatMap(operations -> operations.values().stream())
                .toList();
        double seconds = ran.stream()
                .mapToDouble(phase -> (phase.ran().endMicros() - phase.ran().startMicros()) / 1e6)
                .sum();
        long bytes = requests.stream()
                .mapToLong(figures -> figures.bytesIn() + figures.bytesOut())
                .sum();
        long count = requests.stream().mapToLong(RequestFigures::requests).sum();
        return new Taken(seconds == 0 ? null : bytes / KIB / seconds, count);
    }
}
