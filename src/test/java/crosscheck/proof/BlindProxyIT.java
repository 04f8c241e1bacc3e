package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.contract.Contract;
import crosscheck.observation.RunFolder;
import crosscheck.proof.EqualRow.Effect;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    @EnumSource(Mischief.class)
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
        PlayedBlindly played = new PlayedBlindly(whole, ORACLE);
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
}
