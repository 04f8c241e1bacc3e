package crosscheck.data;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Finished runs in the order of their start times. The year is cut into as many equal slices as there are runs, and each run
 * starts somewhere in its slice: sorted without ever holding more than one run.
 */
final class RunHistory {
    static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(365);

    /** One finished run. */
    record Run(
            UUID id,
            String codebase,
            Campaign campaign,
            String worker,
            Instant start,
            Instant finish,
            String context,
            String instigatedContext,
            ResultPayload payload) {}

    @FunctionalInterface
    interface RunConsumer {
        void accept(Run run) throws IOException;
    }

    private static final List<String> SUITES = List.of("unstable", "experimental", "bookworm");

    private final int count;
    private final int codebases;
    private final List<Campaign> campaigns;
    private final long seed;

    RunHistory(int count, int codebases, List<Campaign> campaigns, long seed) {
        this.count = count;
        this.codebases = codebases;
        this.campaigns = campaigns;
        this.seed = seed;
    }

    void forEach(RunConsumer consumer) throws IOException {
        Random random = Seeds.stream(seed, "run");
        long slice = SPAN.toSeconds() * 1_000_000L / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            long startMicros = i * slice + (long) (random.nextDouble() * slice);
            consumer.accept(run(EPOCH.plus(startMicros, ChronoUnit.MICROS), random));
        }
    }

    private Run run(Instant start, Random random) {
        String codebase = Codebases.name(random.nextInt(codebases));
        Campaign campaign = Seeds.pick(random, campaigns);
        boolean success = random.nextDouble() < campaign.successRate();
        int seconds = Seeds.between(random, success ? campaign.success() : campaign.failure());
        return new Run(
                Seeds.uuid(random),
                codebase,
                campaign,
                "worker-" + (1 + random.nextInt(20)),
                start,
                start.plusSeconds(seconds).plus(random.nextInt(1_000_000), ChronoUnit.MICROS),
                context(random),
                context(random),
                ResultPayload.of(codebase, campaign, success, random));
    }

    /** JSON, absent every other time. */
    static String context(Random random) {
        if (random.nextBoolean()) {
            return null;
        }
        return "{\"suite\": \"" + Seeds.pick(random, SUITES) + "\", \"attempt\": " + (1 + random.nextInt(5)) + "}";
    }
}
