package crosscheck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import crosscheck.check.Check;
import crosscheck.check.Step;
import crosscheck.check.Step.Send;
import crosscheck.configuration.Mixes;
import crosscheck.contract.Contract;
import crosscheck.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Check> CHECKS = Catalogue.checks(CONTRACT);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:upper:)?([^}#]+)#(/[^}]*)}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\$\\{url:(runner|runner:python|runner:rust|closed|answers:[1-5][0-9][0-9])}");
    private static final Set<Integer> REFUSED_BY_EVERY_BODY = Set.of(400, 413, 415, 422);

    @Test
    void idsAreUniqueAndTheSameEachTime() {
        List<String> ids = CHECKS.stream().map(Check::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(500);
        assertThat(Catalogue.checks(CONTRACT)).extracting(Check::id).isEqualTo(ids);
        assertThat(Catalogue.checks(CONTRACT, Mixes.PAIRWISE))
                .extracting(Check::id)
                .isEqualTo(ids);
    }

    @Test
    void stepsOfACheckHaveNamesOfTheirOwn() {
        List<String> repeated = CHECKS.stream()
                .flatMap(check -> check.steps().stream()
                        .map(Step::name)
                        .filter(name -> Collections.frequency(
                                        check.steps().stream().map(Step::name).toList(), name)
                                > 1)
                        .map(name -> check.id() + " " + name))
                .toList();
        assertThat(repeated).isEmpty();
    }

    @Test
    void everyPlaceholderRefersToAnEarlierStep() {
        for (Check check : CHECKS) {
            Set<String> earlier = new HashSet<>();
            for (Step step : check.steps()) {
                for (String text : texts(step)) {
                    String rest = PLACEHOLDER.matcher(text).replaceAll(found -> {
                        assertThat(earlier)
                                .as("%s, %s", check.id(), step.name())
                                .contains(found.group(1));
                        return "";
                    });
                    assertThat(ADDRESS.matcher(rest).replaceAll(""))
                            .as("%s, %s", check.id(), step.name())
                            .doesNotContain("${", "%24%7B");
                }
                earlier.add(step.name());
            }
        }
    }

    @Test
    void theCoreAsksForEachStatusOfEachOperation() {
        Set<String> missing = new HashSet<>();
        for (Operation operation : CONTRACT.operations()) {
            for (int status : CONTRACT.statuses(operation.id())) {
                boolean everyBody =
                        REFUSED_BY_EVERY_BODY.contains(status) && isInCore("generated/" + operation.id() + "/refusals");
                if (!everyBody && !isInCore("api/" + operation.id() + "/" + status)) {
                    missing.add(operation.id() + " " + status);
                }
            }
        }
        assertThat(missing).containsExactlyInAnyOrderElementsOf(outsideTheCore());
    }

    /** What has no id of its own, or no place in the core. */
    private static List<String> outsideTheCore() {
        // Cutting the database off takes as long as implementations take to give up: the core asks a result's way only.
        Stream<String> outages = CONTRACT.operations().stream()
                .filter(operation -> CONTRACT.statuses(operation.id()).contains(503))
                .filter(operation -> !operation.id().equals("assign"))
                .map(operation -> operation.id() + " 503");
        // Asked by checks named otherwise: rule/health, api/put-artifact/201 and its reading, refusals of lists,
        // reading back.
        Stream<String> named = Stream.of(
                "health 200",
                "list-queue 422",
                "get-queue-item 200",
                "list-runs 422",
                "get-artifact 200",
                "list-codebases 422",
                "get-publish 200");
        return Stream.concat(outages, named).toList();
    }

    @Test
    void aNewOperationInTheDocumentIsAskedWithoutNewCode() throws Exception {
        String added = """
                  /api/codebases/{name}/notes:
                    parameters:
                      - {$ref: '#/components/parameters/codebaseName'}
                    post:
                      operationId: add-note
                      x-service: runner
                      requestBody:
                        content: {application/json: {schema: {type: object, required: [text], properties:
                          {text: {type: string}, stars: {type: integer, minimum: 1, maximum: 5}}}}}
                      responses:
                        '201': {$ref: '#/components/responses/Done'}
                components:
                """;
        try (var document = Contract.class.getResourceAsStream("/contract/openapi.yaml")) {
            String text = new String(document.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^components:\\R", Matcher.quoteReplacement(added));
            assertThat(Catalogue.checks(new Contract(new YAMLMapper().readTree(text))))
                    .extracting(Check::id)
                    .contains(
                            "generated/add-note/refusals",
                            "generated/add-note/smallest",
                            "generated/add-note/missing",
                            "generated/add-note/stars/refused",
                            "rule/method-not-allowed/api/codebases/{name}/notes");
        }
    }

    private static boolean isInCore(String id) {
        return CHECKS.stream()
                .anyMatch(check ->
                        check.core() && (check.id().equals(id) || check.id().startsWith(id + "/")));
    }

    private static List<String> texts(Step step) {
        List<String> texts = new ArrayList<>();
        if (step instanceof Send send) {
            texts.add(send.request().path());
            texts.addAll(send.request().headers().values());
            if (send.request().body() != null) {
                texts.add(new String(send.request().body(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
