package crosscheck.verdict;

import crosscheck.compare.FindingId;
import crosscheck.contract.Implementation;
import crosscheck.observation.ExchangeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sightings summed up: the same thing is one finding however often it is seen, with the first that showed it. */
final class FindingBook {
    private static final int LONGEST = 20_000;

    private final Curl curl;
    private final Map<FindingId, Entry> entries = new LinkedHashMap<>();

    /** What is kept of many sightings. */
    private static final class Entry {
        private final Sighting first;
        private final String pythonCurl;
        private final String rustCurl;
        private String python;
        private String rust;
        private long occurrences;

        Entry(Sighting first, String pythonCurl, String rustCurl) {
            this.first = first;
            this.pythonCurl = pythonCurl;
            this.rustCurl = rustCurl;
        }
    }

    FindingBook(Curl curl) {
        this.curl = curl;
    }

    void add(Sighting sighting) {
        Entry entry = entries.computeIfAbsent(
                sighting.id(""),
                id -> new Entry(
                        sighting.withoutExchanges(),
                        command(sighting.pythonExchange()),
                        command(sighting.rustExchange())));
        boolean shown = entry.occurrences > 0 && !sighting.oneSided();
        entry.python = shown || entry.python != null ? entry.python : cut(sighting.python());
        entry.rust = shown || entry.rust != null ? entry.rust : cut(sighting.rust());
        entry.occurrences++;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        entries.values().forEach(entry -> findings.add(finding(entry)));
        return findings;
    }

    private static Finding finding(Entry entry) {
        Sighting first = entry.first;
        FindingId id = first.id(first.oneSided() ? side(entry) : "");
        Finding.Example example = new Finding.Example(
                first.check(),
                first.path(),
                entry.pythonCurl,
                entry.rustCurl,
                first.check().isEmpty() ? "" : "mvn gatling:test -Dcrosscheck.replay=" + id.fingerprint());
        return Finding.of(
                id,
                entry.python,
                entry.rust,
                first.gates() ? "open" : "noted",
                entry.occurrences,
                first.rule(),
                example);
    }

    private static String side(Entry entry) {
        if (entry.python != null && entry.rust != null) {
            return "";
        }
        return (entry.python != null ? Implementation.PYTHON : Implementation.RUST).id();
    }

    private String command(ExchangeRecord exchange) {
        return exchange == null ? null : curl.command(exchange);
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + " ... (" + (text.length() - LONGEST) + " more characters)";
    }
}
