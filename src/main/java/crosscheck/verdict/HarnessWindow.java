package crosscheck.verdict;

import crosscheck.observation.HarnessSample;
import crosscheck.observation.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * How the generator and its host were while one phase ran: from the samples within it, or from those around it where fewer
 * than two are within. Shares are of 1; what the machine does not tell is empty.
 */
record HarnessWindow(List<HarnessSample> samples, int cores) {

    static HarnessWindow of(Phase phase, List<HarnessSample> all, int cores) {
        List<HarnessSample> within = all.stream()
                .filter(sample -> sample.atMicros() >= phase.startMicros() && sample.atMicros() <= phase.endMicros())
                .toList();
        if (within.size() >= 2) {
            return new HarnessWindow(within, cores);
        }
        List<HarnessSample> around = new ArrayList<>(within);
        all.stream()
                .filter(sample -> sample.atMicros() < phase.startMicros())
                .reduce((earlier, later) -> later)
                .ifPresent(before -> around.add(0, before));
        all.stream()
                .filter(sample -> sample.atMicros() > phase.endMicros())
                .findFirst()
                .ifPresent(around::add);
        return new HarnessWindow(around, cores);
    }

    /** Whether anything can be said. */
    boolean isObserved() {
        return samples.size() >= 2;
    }

    double generatorCpu() {
        return growth(HarnessSample::generatorCpuSeconds).orElse(0) / cores;
    }

    /** Of all processors, whoever used them. */
    OptionalDouble hostBusy() {
        return known(HarnessSample::hostBusy).average();
    }

    double gcShare() {
        return growth(sample -> sample.generatorGcMillis() / 1e3).orElse(0);
    }

    double stalledShare() {
        return growth(sample -> sample.generatorStalledMillis() / 1e3).orElse(0);
    }

    /** Most of the largest heap that was in use after a collection. */
    OptionalDouble heap() {
        return known(HarnessSample::generatorHeap).max();
    }

    OptionalDouble steal() {
        return known(HarnessSample::hostSteal).average();
    }

    OptionalDouble othersCpu() {
        OptionalDouble perSecond = growth(HarnessSample::othersCpuSeconds);
        return perSecond.isEmpty() ? perSecond : OptionalDouble.of(perSecond.getAsDouble() / cores);
    }

    /** Tasks that ran or wanted to, for each processor. */
    OptionalDouble runQueue() {
        OptionalDouble tasks = known(
                        sample -> sample.hostRunnable() == null ? null : Double.valueOf(sample.hostRunnable()))
                .average();
        return tasks.isEmpty() ? tasks : OptionalDouble.of(tasks.getAsDouble() / cores);
    }

    /** How far the wall clock moved against the monotonic one, milliseconds. */
    OptionalDouble clockJumpMillis() {
        double[] offsets = known(
                        sample -> sample.wallOffsetMicros() == null ? null : Double.valueOf(sample.wallOffsetMicros()))
                .sorted()
                .toArray();
        return offsets.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of((offsets[offsets.length - 1] - offsets[0]) / 1e3);
    }

    private DoubleStream known(Function<HarnessSample, Double> value) {
        return samples.stream().map(value).filter(Objects::nonNull).mapToDouble(Double::doubleValue);
    }

    /** Growth a second of something cumulative. */
    private OptionalDouble growth(Function<HarnessSample, Double> value) {
        List<HarnessSample> known =
                samples.stream().filter(sample -> value.apply(sample) != null).toList();
        if (known.size() < 2) {
            return OptionalDouble.empty();
        }
        HarnessSample first = known.get(0);
        HarnessSample last = known.get(known.size() - 1);
        double seconds = (last.atMicros() - first.atMicros()) / 1e6;
        return OptionalDouble.of((value.apply(last) - value.apply(first)) / seconds);
    }
}
