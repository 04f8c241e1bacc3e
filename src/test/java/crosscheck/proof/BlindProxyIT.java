package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.observation.CheckRun;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.JsonLines;
import crosscheck.observation.PlannedCheck;
import crosscheck.observation.RunFolder;
import crosscheck.proof.EqualRow.Effect;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Defects that are not of the comparer's own kinds: a proxy before rust does mischief to some exchanges without knowing what
 * is compared. What the contract forbids of it is found in the check that it happened to, and nothing else is.
 */
class BlindProxyIT {
    private static final long SEED = 20_260_101;
    private static final int CHECKS = 24;

    /** Each time takes as long as the client's patience. */
    private static final int CHECKS_TO_LET_WAIT = 10;

    private static final Set<Mischief> HARMLESS = EnumSet.of(Mischief.HEADER_NAME_CASE, Mischief.ANSWER_SLOW);

    private static final Contract CONTRACT = Contract.load();
    private static final EqualRow ORACLE = new EqualRow(CONTRACT);

    private static FunctionalStage stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        stage = new FunctionalStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mischief.class,
            names = {"HEADER_BYTE", "ANSWER_TOO_LATE", "ANSWER_SLOW", "REQUEST_.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void whatTheContractForbidsIsFoundAndNothingElse(Mischief mischief) throws Exception {
        long seed = SEED + mischief.ordinal();
        List<Check> checks =
                checks(mischief == Mischief.ANSWER_TOO_LATE ? CHECKS_TO_LET_WAIT : CHECKS, new Random(seed));
        RunFolder whole = new RunFolder(folder.resolve("run"));
        Map<String, Passage> disturbed;
        try (BlindProxy proxy = new BlindProxy(mischief, seed)) {
            stage.play(checks, whole.path(), proxy::before);
            disturbed = proxy.disturbed();
        }
        Played played = new Played(whole);
        List<String> wrong = new ArrayList<>();
        int forbidden = 0;
        for (Check check : checks) {
            List<Disturbance> disturbances = played.disturbances(check.id(), disturbed);
            List<Finding> open =
                    open(played.alone(check.id(), folder.resolve(check.id().replace('/', '_'))));
            for (Disturbance disturbance : disturbances) {
                if (disturbance.effect() == Effect.FORBIDDEN) {
                    forbidden++;
                    if (open.stream().noneMatch(disturbance::mayShowAs)) {
                        wrong.add("NOT FOUND " + check.id() + " " + disturbance.shown() + " among " + shown(open));
                    }
                }
            }
            boolean harmless = disturbances.stream().allMatch(it -> it.effect() == Effect.ALLOWED);
            if (harmless && !open.isEmpty()) {
                wrong.add("FOUND " + check.id() + " " + shown(open) + " though "
                        + disturbances.stream().map(Disturbance::shown).toList());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(disturbed).isNotEmpty();
        assertThat(forbidden > 0)
                .as("the contract forbids it: %s times", forbidden)
                .isEqualTo(!HARMLESS.contains(mischief));
    }

    private static List<Check> checks(int number, Random random) {
        Predicate<Step> cut = Step.Cut.class::isInstance;
        List<Check> checks = Catalogue.checks(CONTRACT).stream()
                .filter(Check::core)
                .filter(check -> check.steps().stream().noneMatch(cut.or(BlindProxyIT::isNotItsOwn)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(checks, random);
        return checks.subList(0, number);
    }

    /** Requests that cause further ones, or have another's trace, cannot be told from others on the way. */
    private static boolean isNotItsOwn(Step step) {
        return step instanceof Step.Send send
                && (send.operation().equals("execute-job")
                        || send.request().headers().keySet().stream().anyMatch("traceparent"::equalsIgnoreCase));
    }

    private static List<Finding> open(RunFolder folder) {
        return Judgement.of(folder).findings().stream().filter(Finding::isOpen).toList();
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(it -> it.suite() + " " + it.operation() + " " + it.kind() + " " + it.path() + " (" + it.python()
                        + " / " + it.rust() + ")")
                .toList();
    }

    /** An exchange of a check that the proxy did something to. */
    private record Disturbance(ExchangeRecord rust, List<String> operationsSince, Passage passage, Effect effect) {

        /** A changed id or row shows only later. */
        boolean mayShowAs(Finding finding) {
            return operationsSince.contains(finding.operation());
        }

        String shown() {
            return rust.operation() + ": " + effect + "\n  " + passage.request().start() + "\n  "
                    + new String(passage.request().body()) + "\n  "
                    + passage.honest()
                            .map(it -> it.start() + " " + it.headers() + " " + new String(it.body()))
                            .orElse("")
                    + "\n  "
                    + rust.status() + " " + rust.failure() + " " + rust.headers() + " " + new String(rust.body());
        }
    }

    /** What was recorded of a play. */
    private static final class Played {
        private final RunFolder whole;
        private final Map<String, List<ExchangeRecord>> exchanges;

        Played(RunFolder whole) {
            this.whole = whole;
            this.exchanges = JsonLines.read(whole.exchanges(), ExchangeRecord.class).stream()
                    .collect(Collectors.groupingBy(ExchangeRecord::check));
        }

        List<Disturbance> disturbances(String check, Map<String, Passage> disturbed) {
            List<ExchangeRecord> all = exchanges.getOrDefault(check, List.of());
            List<Disturbance> found = new ArrayList<>();
            for (ExchangeRecord rust : all) {
                Passage passage = disturbed.get(trace(rust));
                if (rust.implementation() == Implementation.RUST && passage != null) {
                    List<ExchangeRecord> cast = all.stream()
                            .filter(it -> it.cast().equals(rust.cast()))
                            .toList();
                    List<String> since = cast.subList(cast.indexOf(rust), cast.size()).stream()
                            .map(ExchangeRecord::operation)
                            .toList();
                    found.add(new Disturbance(
                            rust,
                            since,
                            passage,
                            counterpart(all, rust)
                                    .map(python -> ORACLE.of(passage, python, rust))
                                    .orElse(Effect.UNKNOWN)));
                }
            }
            return found;
        }

        private static Optional<ExchangeRecord> counterpart(List<ExchangeRecord> all, ExchangeRecord rust) {
            return all.stream()
                    .filter(it -> it.implementation() == Implementation.PYTHON
                            && it.step().equals(rust.step()))
                    .findFirst();
        }

        private static String trace(ExchangeRecord exchange) {
            return exchange.requestHeaders().getOrDefault("traceparent", "");
        }

        /** The check as if no other had been played. */
        RunFolder alone(String check, Path path) throws IOException {
            RunFolder alone = RunFolder.create(path);
            Files.copy(whole.plan(), alone.plan());
            Files.copy(whole.messages(), alone.messages());
            write(alone.checks(), PlannedCheck.class, it -> it.id().equals(check), whole.checks());
            write(alone.checkRuns(), CheckRun.class, it -> it.check().equals(check), whole.checkRuns());
            try (JsonLines<ExchangeRecord> lines = JsonLines.appendTo(alone.exchanges(), ExchangeRecord.class)) {
                exchanges.getOrDefault(check, List.of()).forEach(lines::append);
            }
            return alone;
        }

        private static <T> void write(Path to, Class<T> type, Predicate<T> which, Path from) {
            try (JsonLines<T> lines = JsonLines.appendTo(to, type)) {
                JsonLines.read(from, type).stream().filter(which).forEach(lines::append);
            }
        }
    }
}
