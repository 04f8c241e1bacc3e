package crosscheck.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gate ids in words. */
final class GateTitle {
    private static final Map<Pattern, String> TITLES = titles();

    private GateTitle() {}

    /** A short name for a reader; the id itself where nobody wrote one. */
    static String of(String id) {
        for (Map.Entry<Pattern, String> title : TITLES.entrySet()) {
            Matcher matcher = title.getKey().matcher(id);
            if (matcher.matches()) {
                return sentence(matcher.replaceFirst(title.getValue()).replace('-', ' '));
            }
        }
        return id;
    }

    /** A kebab-case name as words. */
    static String words(String name) {
        return sentence(name.replace('-', ' '));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<Pattern, String> titles() {
        Map<Pattern, String> titles = new LinkedHashMap<>();
        titles.put(Pattern.compile("load\\.([a-z-]+)\\.p95"), "$1: response time, p95");
        titles.put(Pattern.compile("load\\.([a-z-]+)\\.error-rate"), "$1: errors");
        titles.put(Pattern.compile("load\\.([a-z-]+)\\.error-rate\\.normal"), "$1: errors under normal load");
        titles.put(Pattern.compile("load\\.([a-z-]+)\\.throughput"), "$1: throughput");
        titles.put(Pattern.compile("response-time\\.parity\\.([a-z0-9-]+)\\.([a-z0-9-]+)"), "$1: $2 no worse");
        titles.put(
                Pattern.compile("response-time\\.parity\\.([a-z0-9-]+)\\.([a-z0-9-]+)\\.([a-z0-9-]+)"),
                "$1, $2: $3 no worse");
        titles.put(Pattern.compile("response-time\\.parity"), "response times no worse");
        titles.put(Pattern.compile("response-time\\.gross\\.([a-z0-9-]+)"), "$1: mean not far worse");
        titles.put(Pattern.compile("response-time\\.gross"), "mean response time not far worse");
        titles.put(Pattern.compile("invariant\\.single-assignment"), "an item goes to one worker only");
        titles.put(Pattern.compile("invariant\\.result-durability"), "an accepted result is stored whole");
        titles.put(Pattern.compile("invariant\\.queue-conservation"), "no queue item vanishes or appears");
        titles.put(Pattern.compile("invariant\\.bucket-order"), "higher buckets come first");
        titles.put(Pattern.compile("invariant\\.no-false-empty"), "the queue is called empty only when it is");
        titles.put(Pattern.compile("invariant\\.([a-z-]+)"), "$1");
        titles.put(Pattern.compile("api\\.parity"), "both answer alike");
        titles.put(Pattern.compile("api\\.conformance"), "both answer as the contract says");
        titles.put(Pattern.compile("schema\\.compatibility"), "schemas are compatible");
        titles.put(Pattern.compile("data\\.parity"), "both leave the same data");
        titles.put(Pattern.compile("data\\.transactions"), "transactions hold as a whole");
        titles.put(Pattern.compile("baseline\\.([a-z0-9-]+)\\.([a-z0-9-]+)"), "$1: $2 no worse than before");
        titles.put(Pattern.compile("baseline\\.([a-z0-9-]+)"), "$1 no worse than before");
        titles.put(Pattern.compile("memory\\.ratio"), "memory of rust over python");
        titles.put(Pattern.compile("memory\\.gross-growth"), "memory growth");
        titles.put(Pattern.compile("memory\\.leak"), "memory trend");
        titles.put(Pattern.compile("connections\\.gross-growth"), "growth of database connections");
        titles.put(Pattern.compile("connections\\.leak"), "trend of database connections");
        titles.put(Pattern.compile("descriptors\\.leak"), "trend of open descriptors");
        titles.put(Pattern.compile("threads\\.leak"), "trend of threads");
        titles.put(Pattern.compile("limits\\.([a-z0-9-]+)"), "limit on $1");
        titles.put(Pattern.compile("capacity\\.ratio"), "capacity of rust over python");
        titles.put(Pattern.compile("target\\.alive"), "processes stayed alive");
        titles.put(Pattern.compile("run\\.sound"), "generator and host were fit to measure");
        titles.put(Pattern.compile("coverage\\.interactions"), "interactions covered");
        titles.put(Pattern.compile("([a-z]+)\\.([a-z-]+)"), "$1: $2");
        return titles;
    }
}
