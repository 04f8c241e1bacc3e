package crosscheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.check.Check;
import crosscheck.contract.Contract;
import crosscheck.standin.AnswerFault;
import crosscheck.standin.BodyFault;
import crosscheck.standin.InputFault;
import crosscheck.suite.Catalogue;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a finding, typed into a shell, show what the finding says. */
@EnabledIf("curlIsThere")
class CurlIT {
    /** Whose requests are answered the same however often they are sent. */
    private static final Set<String> CHECKS =
            Set.of("api/get-codebase/200", "generated/list-runs/limit", "generated/schedule/", "rule/literal");

    @TempDir
    Path folder;

    @Test
    void showWhatTheFindingSays() throws Exception {
        List<Check> checks = Catalogue.checks(Contract.load()).stream()
                .filter(check -> CHECKS.stream().anyMatch(check.id()::startsWith))
                .toList();
        Set<String> kinds = new TreeSet<>();
        try (FunctionalStage stage = new FunctionalStage()) {
            stage.play(
                    checks,
                    folder.resolve("run"),
                    UnaryOperator.identity(),
                    result -> kinds.addAll(shown(result)),
                    AnswerFault.ALLOW_MISSING,
                    AnswerFault.ERROR_FIELD_MISSING,
                    BodyFault.NULL_LEFT_OUT,
                    InputFault.LIMIT_CUT,
                    InputFault.NUL_UNCHECKED);
        }
        assertThat(kinds).containsExactly("header", "missing", "null-vs-absent", "status");
    }

    private static Set<String> shown(Result result) {
        Set<String> kinds = new TreeSet<>();
        for (Finding finding : result.findings()) {
            if (finding.suite().equals("api.parity") && finding.isOpen()) {
                kinds.add(finding.kind());
                assertThat(seen(finding, finding.example().pythonCurl()))
                        .as("%s", finding)
                        .isEqualTo(finding.python());
                assertThat(seen(finding, finding.example().rustCurl()))
                        .as("%s", finding)
                        .isEqualTo(finding.rust());
            }
        }
        return kinds;
    }

    /** What the answer to a command has where the finding is. */
    private static String seen(Finding finding, String command) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", command).start();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] headAndBody = answer.split("\r\n\r\n", 2);
            return switch (finding.kind()) {
                case "status" -> headAndBody[0].split(" ")[1];
                case "header" ->
                    headAndBody[0]
                            .lines()
                            .filter(line -> line.regionMatches(
                                    true,
                                    0,
                                    finding.path() + ":",
                                    0,
                                    finding.path().length() + 1))
                            .map(line ->
                                    line.substring(finding.path().length() + 1).strip())
                            .findFirst()
                            .orElse(null);
                default -> {
                    JsonNode value = new ObjectMapper()
                            .readTree(headAndBody[1])
                            .at("/" + finding.path().replace('.', '/'));
                    yield value.isMissingNode() ? null : value.toString();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean curlIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "curl")));
    }
}
