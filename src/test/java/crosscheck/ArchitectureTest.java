package crosscheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The road of the data, as {@link crosscheck} describes it, holds in the code. */
@AnalyzeClasses(packages = "crosscheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each package may use those before it. */
    private static final List<String> ROAD = List.of(
            "contract",
            "configuration",
            "observation",
            "phase",
            "capacity",
            "data",
            "check",
            "environment",
            "target",
            "functional",
            "sampling",
            "compare",
            "consistency",
            "messaging",
            "workflow",
            "suite",
            "baseline",
            "verdict",
            "report",
            "run");

    private static final String[] OUTSIDE = {
        "java.sql..",
        "javax.sql..",
        "java.net.http..",
        "com.sun.net..",
        "io.netty..",
        "redis.clients..",
        "com.zaxxer..",
        "org.postgresql..",
        "oshi..",
        "java.lang.management.."
    };

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("crosscheck.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule analysisKnowsNoOutside = noClasses()
            .that()
            .resideInAnyPackage(
                    "crosscheck.capacity..",
                    "crosscheck.compare..",
                    "crosscheck.consistency..",
                    "crosscheck.messaging..",
                    "crosscheck.workflow..",
                    "crosscheck.verdict..",
                    "crosscheck.baseline..",
                    "crosscheck.sampling.trend..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule standInsKnowOnlyTheContract = noClasses()
            .that()
            .resideInAPackage("crosscheck.standin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROAD.stream()
                    .filter(p -> !p.equals("contract"))
                    .map(p -> "crosscheck." + p + "..")
                    .toArray(String[]::new));

    @ArchTest
    static void dependenciesPointDownTheRoad(JavaClasses classes) {
        for (int i = 0; i < ROAD.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("crosscheck." + ROAD.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROAD.subList(i + 1, ROAD.size()).stream()
                            .map(p -> "crosscheck." + p + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule everyPackageIsOnTheMap = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of("crosscheck", "crosscheck.standin..", "crosscheck.report.template.."),
                            ROAD.stream().map(p -> "crosscheck." + p + ".."))
                    .toArray(String[]::new));
}
