package crosscheck.contract;

import java.util.List;
import java.util.regex.Pattern;

/** Which paths the contract has. */
public final class Routes {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final List<Pattern> known;

    public Routes(Contract contract) {
        known = contract.operations().stream()
                .map(Operation::path)
                .distinct()
                .map(Routes::pattern)
                .toList();
    }

    /** The status that refuses a request that no operation matches: 405 where the path is known, else 404. */
    public int refusal(String path) {
        String withoutQuery = path.split("\\?", 2)[0];
        return known.stream().anyMatch(pattern -> pattern.matcher(withoutQuery).matches()) ? 405 : 404;
    }

    private static Pattern pattern(String template) {
        String[] literals = PARAMETER.split(template, -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < literals.length; i++) {
            regex.append(i == 0 ? "" : "[^/]+").append(Pattern.quote(literals[i]));
        }
        return Pattern.compile(regex.toString());
    }
}
