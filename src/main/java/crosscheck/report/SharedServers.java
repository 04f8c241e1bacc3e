package crosscheck.report;

import crosscheck.contract.Implementation;
import crosscheck.observation.Phase;
import crosscheck.observation.ServerSample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What PostgreSQL, Redis and the host did while each side was driven; a phase in which they were not sampled twice does not count.
 *
 * @param rows a figure a row
 */
public record SharedServers(List<Row> rows) {
    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;

    /** One figure, of both sides; {@link Figures#NONE} where it is not known. */
    public record Row(String name, String python, String rust) {
        boolean isKnown() {
            return !python.equals(Figures.NONE) || !rust.equals(Figures.NONE);
        }
    }

    /** Samples of the phases of one side, phase by phase. */
    private record Driven(List<List<ServerSample>> phases) {
        static Driven of(Implementation side, List<Phase> judged, List<ServerSample> samples) {
            return new Driven(judged.stream()
                    .filter(phase -> phase.implementation() == side)
                    .map(phase -> samples.stream()
                            .filter(sample ->
                                    sample.atMicros() >= phase.startMicros() && sample.atMicros() <= phase.endMicros())
                            .toList())
                    .filter(within -> within.size() > 1)
                    .toList());
        }

        /** Of something cumulative, over all phases; {@code null} where it is not told. */
        Double growth(Function<ServerSample, Long> value) {
            long grown = 0;
            for (List<ServerSample> samples : phases) {
                Long first = value.apply(samples.get(0));
                Long last = value.apply(samples.get(samples.size() - 1));
                if (first == null || last == null) {
                    return null;
                }
                grown += last - first;
            }
            return phases.isEmpty() ? null : Double.valueOf(grown);
        }

        Double perSecond(Function<ServerSample, Long> value, double unit) {
            double seconds = growth(ServerSample::atMicros) == null ? 0 : growth(ServerSample::atMicros) / 1e6;
            Double grown = growth(value);
            return grown == null || seconds == 0 ? null : grown / unit / seconds;
        }

        Double most(Function<ServerSample, Long> value, double unit) {
            return phases.stream()
                    .flatMap(List::stream)
                    .map(value)
                    .filter(Objects::nonNull)
                    .max(Long::compare)
                    .map(most -> most / unit)
                    .orElse(null);
        }

        /** Of the blocks that were wanted, those that were in PostgreSQL's cache, in per cent. */
        Double cacheHits() {
            Double hit = growth(ServerSample::blocksHit);
            Double read = growth(ServerSample::blocksRead);
            return hit == null || read == null || hit + read == 0 ? null : 100 * hit / (hit + read);
        }
    }

    static SharedServers of(List<Phase> judged, List<ServerSample> samples) {
        Map<Implementation, Driven> sides = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            sides.put(side, Driven.of(side, judged, samples));
        }
        return new SharedServers(Stream.of(
                        row(
                                "PostgreSQL: commits a second",
                                sides,
                                driven -> driven.perSecond(ServerSample::commits, 1)),
                        row(
                                "PostgreSQL: rollbacks a second",
                                sides,
                                driven -> driven.perSecond(ServerSample::rollbacks, 1)),
                        row("PostgreSQL: blocks found in its cache, %", sides, Driven::cacheHits),
                        row("Redis: clients, at most", sides, driven -> driven.most(ServerSample::redisClients, 1)),
                        row(
                                "Redis: memory, MiB, at most",
                                sides,
                                driven -> driven.most(ServerSample::redisMemoryBytes, MIB)),
                        row(
                                "Redis: commands a second",
                                sides,
                                driven -> driven.perSecond(ServerSample::redisCommands, 1)),
                        row(
                                "Host: network without loopback, KiB a second in",
                                sides,
                                driven -> driven.perSecond(ServerSample::hostReceivedBytes, KIB)),
                        row(
                                "Host: network without loopback, KiB a second out",
                                sides,
                                driven -> driven.perSecond(ServerSample::hostSentBytes, KIB)),
                        row(
                                "Host: disks, KiB a second read",
                                sides,
                                driven -> driven.perSecond(ServerSample::hostReadBytes, KIB)),
                        row(
                                "Host: disks, KiB a second written",
                                sides,
                                driven -> driven.perSecond(ServerSample::hostWriteBytes, KIB)))
                .filter(Row::isKnown)
                .toList());
    }

    private static Row row(String name, Map<Implementation, Driven> sides, Function<Driven, Double> value) {
        return new Row(
                name,
                Figures.number(value.apply(sides.get(Implementation.PYTHON))),
                Figures.number(value.apply(sides.get(Implementation.RUST))));
    }
}
