package crosscheck.proof;

import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.shared.model.assertion.AssertionStatsRepository.Stats;
import java.nio.file.Path;
import java.util.Optional;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.OptionConverters;

/** Gatling's own log of a run, read with Gatling's own reader; times in milliseconds. */
final class GatlingLog {
    private static final List<String> NO_GROUP = List$.MODULE$.empty();

    private final LogFileData data;

    GatlingLog(Path simulationLog) {
        data = new LogFileReader(simulationLog.toFile(), GatlingConfiguration.load()).read();
    }

    /** Figures of all requests of a name. */
    Optional<Stats> requests(String name) {
        return stats(name, Option.empty());
    }

    long failed(String name) {
        return stats(name, Option.apply(KO$.MODULE$)).map(Stats::count).orElse(0L);
    }

    private Optional<Stats> stats(String name, Option<Status> status) {
        return OptionConverters.toJava(data.requestGeneralStats(NO_GROUP, Option.apply(name), status));
    }
}
