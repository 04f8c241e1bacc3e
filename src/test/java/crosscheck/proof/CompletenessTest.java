package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.typesafe.config.ConfigFactory;
import crosscheck.compare.Difference;
import crosscheck.contract.FindingKind;
import crosscheck.contract.Violation;
import crosscheck.standin.Fault;
import crosscheck.standin.LoadFault;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is looked for that no planted defect shows. */
class CompletenessTest {
    /** Kinds that no defect of one stand-in can show, with the test that plants them. */
    private static final Map<String, String> OTHER_KINDS = Map.of(
            "workflow-not-completed", "crosscheck.proof.PlantedFunctionalDefectsIT",
            "ledger-expired", "crosscheck.compare.LedgerTest",
            "ledger-vanished", "crosscheck.compare.LedgerTest");

    /** Gates whose defects are planted elsewhere, with the test that does it. */
    private static final Map<String, String> OTHER_GATES = Map.ofEntries(
            Map.entry("baseline.*", "crosscheck.verdict.BaselineGatesTest"),
            Map.entry("coverage.interactions", "crosscheck.proof.PlantedFunctionalDefectsIT"),
            Map.entry("limits.*", "crosscheck.verdict.LimitsTest"),
            Map.entry("load.*.throughput", "crosscheck.verdict.JudgementTest"),
            Map.entry("load.*.error-rate.normal", "crosscheck.verdict.BaselineTest"),
            Map.entry("response-time.parity.*", "crosscheck.verdict.BaselineTest"),
            Map.entry("target.alive", "crosscheck.verdict.DoubtTest"),
            Map.entry("run.sound", "crosscheck.verdict.JudgementTest"));

    /** The findings of a load fault are of a gate each; of other faults the first is what they are there for. */
    @Test
    void eachKindOfFindingIsWhatSomeDefectIsThereFor() {
        Set<String> shown = Stream.concat(
                        Fault.all().stream()
                                .flatMap(fault -> fault.findings().stream()
                                        .limit(fault instanceof LoadFault ? Integer.MAX_VALUE : 1))
                                .map(finding -> finding.substring(finding.indexOf('/') + 1)),
                        OTHER_KINDS.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = kinds().map(FindingKind::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(known);
    }

    @Test
    void aKindThatBothComparisonAndConformanceKnowIsShownByBoth() {
        Set<String> findings =
                Fault.all().stream().flatMap(fault -> fault.findings().stream()).collect(Collectors.toSet());

        assertThat(findings)
                .containsAll(Arrays.stream(Difference.Kind.values())
                        .map(kind -> "api.parity/" + kind.id())
                        .toList())
                .containsAll(Arrays.stream(Violation.Kind.values())
                        .map(kind -> "api.conformance/" + kind.id())
                        .toList());
    }

    @Test
    void eachGateIsFailedByADefect() {
        Set<String> failed =
                Fault.all().stream().flatMap(fault -> fault.gates().stream()).collect(Collectors.toSet());
        Set<String> unproven = askedGates().stream()
                .filter(pattern -> failed.stream().noneMatch(gate -> covers(pattern, gate)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(OTHER_GATES.keySet()).containsAll(unproven);
        assertThat(OTHER_GATES.keySet()).noneMatch(pattern -> failed.stream().anyMatch(gate -> covers(pattern, gate)));
        assertThat(unproven).allSatisfy(gate -> assertThat(Class.forName(OTHER_GATES.get(gate)))
                .isNotNull());
    }

    @Test
    void kindsThatAreShownElsewhereAreShownThere() {
        assertThat(OTHER_KINDS.values())
                .allSatisfy(test -> assertThat(Class.forName(test)).isNotNull());
    }

    private static Stream<FindingKind> kinds() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("crosscheck").stream()
                        .filter(type -> type.isAssignableTo(FindingKind.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(FindingKind.class::cast);
    }

    private static Set<String> askedGates() {
        var profiles = ConfigFactory.parseResources("crosscheck-defaults.conf")
                .resolve()
                .getConfig("crosscheck.gates");
        return profiles.root().keySet().stream()
                .flatMap(profile -> profiles.getStringList(profile).stream())
                .collect(Collectors.toSet());
    }

    private static boolean covers(String pattern, String gate) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), gate);
    }
}
