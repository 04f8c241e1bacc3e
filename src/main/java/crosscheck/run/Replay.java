package crosscheck.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscheck.RunError;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A finding of an earlier run that is looked at again.
 *
 * @param check the id of a check that showed it
 */
record Replay(String finding, String check) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the settings ask for: the check is that of the newest run that had the finding.
     *
     * @throws RunError configuration: no run has such a finding with a check that showed it
     */
    static Optional<Replay> of(Settings settings) {
        String finding = settings.replay();
        if (finding.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> runs =
                Files.isDirectory(settings.reports()) ? Files.list(settings.reports()) : Stream.empty()) {
            return Optional.of(runs.map(run -> new RunFolder(run).result())
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.reverseOrder())
                    .flatMap(result -> check(result, finding).stream())
                    .findFirst()
                    .map(check -> new Replay(finding, check))
                    .orElseThrow(() -> RunError.configuration("crosscheck.replay = " + finding + ": no run under "
                            + settings.reports() + " has a functional finding of this id; name one of a result.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a reader: whether it is still there. */
    String outcome(Result result) {
        boolean still = result.findings().stream().anyMatch(found -> found.id().equals(finding));
        return "replay of " + finding + " by " + check + ": " + (still ? "still there" : "not seen any more");
    }

    private static Optional<String> check(Path result, String finding) {
        try {
            JsonNode findings = JSON.readTree(result.toFile()).path("findings");
            return StreamSupport.stream(findings.spliterator(), false)
                    .filter(found -> found.path("id").asText().equals(finding))
                    .map(found -> found.path("example").path("check").asText(""))
                    .filter(check -> !check.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
