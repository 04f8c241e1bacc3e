package crosscheck.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which gates a profile asks: a list of ids in which {@code *} stands for anything. */
final class AskedGates {
    private final List<Pattern> patterns;

    AskedGates(List<String> ids) {
        this.patterns = ids.stream().map(AskedGates::pattern).toList();
    }

    boolean asks(String gate) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(gate).matches());
    }

    private static Pattern pattern(String id) {
        return Pattern.compile(
                Arrays.stream(id.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
