package crosscheck.compare;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import crosscheck.RunError;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The differences that somebody accepted, for a reason and for a time: a HOCON file with a list {@code accepted} of entries
 * {@code suite, operation, kind, path, reason, accepted-by, expires} ({@code 2027-03-31}, the last day on which it holds),
 * and {@code side} where the finding is one side's alone.
 */
public record Ledger(List<Entry> entries) {
    private static final Set<String> KEYS =
            Set.of("suite", "operation", "kind", "path", "side", "reason", "accepted-by", "expires");

    /** @param expires the last day on which it is accepted */
    public record Entry(FindingId finding, String reason, String acceptedBy, LocalDate expires) {}

    /**
     * What the ledger says of a run's findings.
     *
     * @param accepted findings that do not gate
     * @param expired entries that no longer hold; what they accepted is open again
     * @param vanished entries of operations that were compared without the difference showing
     */
    public record Judgement(Set<FindingId> accepted, List<Entry> expired, List<Entry> vanished) {}

    /** A ledger in which nothing is accepted. */
    public static Ledger empty() {
        return new Ledger(List.of());
    }

    /** @throws RunError if the file cannot be read or an entry says too little, too much or the same as another */
    public static Ledger read(Path file) {
        try {
            Config config = ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
            List<Entry> entries = new ArrayList<>();
            Set<FindingId> seen = new HashSet<>();
            for (Config accepted : config.getConfigList("accepted")) {
                Entry entry = entry(accepted);
                if (!seen.add(entry.finding())) {
                    throw invalid(accepted, entry.finding() + " is accepted twice; remove one");
                }
                entries.add(entry);
            }
            return new Ledger(List.copyOf(entries));
        } catch (ConfigException e) {
            throw RunError.configuration("ledger of accepted differences: " + e.getMessage());
        }
    }

    /**
     * Judges the findings of a run.
     *
     * @param compared the operations that the run compared in full: an entry of another cannot vanish
     */
    public Judgement judge(Collection<FindingId> findings, Set<String> compared, LocalDate today) {
        Set<FindingId> found = new HashSet<>(findings);
        Set<FindingId> accepted = new LinkedHashSet<>();
        List<Entry> expired = new ArrayList<>();
        List<Entry> vanished = new ArrayList<>();
        for (Entry entry : entries) {
            if (today.isAfter(entry.expires())) {
                expired.add(entry);
            } else if (found.contains(entry.finding())) {
                accepted.add(entry.finding());
            } else if (compared.contains(entry.finding().operation())) {
                vanished.add(entry);
            }
        }
        return new Judgement(accepted, expired, vanished);
    }

    /**
     * A ledger's text that names these findings and leaves reason and name to a person: as it stands, {@link #read} refuses it.
     */
    public static String propose(Collection<FindingId> findings, LocalDate expires) {
        List<Map<String, String>> accepted = new ArrayList<>();
        Set<String> proposed = new TreeSet<>();
        for (FindingId finding : findings) {
            if (proposed.add(finding.toString())) {
                Map<String, String> entry = new LinkedHashMap<>();
                entry.put("suite", finding.suite());
                entry.put("operation", finding.operation());
                entry.put("kind", finding.kind());
                entry.put("path", finding.place());
                if (!finding.side().isEmpty()) {
                    entry.put("side", finding.side());
                }
                entry.put("reason", "");
                entry.put("accepted-by", "");
                entry.put("expires", expires.toString());
                accepted.add(entry);
            }
        }
        return ConfigValueFactory.fromMap(Map.of("accepted", accepted))
                .render(ConfigRenderOptions.defaults().setOriginComments(false).setJson(false));
    }

    private static Entry entry(Config accepted) {
        for (String key : accepted.root().keySet()) {
            if (!KEYS.contains(key)) {
                throw invalid(accepted, "unknown key " + key + "; an entry has " + new TreeSet<>(KEYS));
            }
        }
        FindingId finding = new FindingId(
                accepted.getString("suite"),
                accepted.getString("operation"),
                accepted.getString("kind"),
                accepted.getString("path"),
                accepted.hasPath("side") ? accepted.getString("side") : "");
        return new Entry(finding, said(accepted, "reason"), said(accepted, "accepted-by"), date(accepted));
    }

    private static String said(Config accepted, String key) {
        String text = accepted.getString(key);
        if (text.isBlank()) {
            throw invalid(accepted, key + " is empty; say who accepts the difference and why");
        }
        return text;
    }

    private static LocalDate date(Config accepted) {
        String text = accepted.getString("expires");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid(accepted, "expires = " + text + " is no date like 2027-03-31");
        }
    }

    private static ConfigException invalid(Config accepted, String message) {
        return new ConfigException.Generic(accepted.origin().description() + ": " + message);
    }
}
