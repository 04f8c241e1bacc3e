package crosscheck.run;

import crosscheck.configuration.AsProperties;
import crosscheck.configuration.Configuration;
import crosscheck.configuration.Settings;
import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Judgement;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A run judged once more: by its own plan and ledger, or by what the command line says otherwise, which is kept beside the
 * result and leaves its own as they are.
 */
final class JudgedWith {
    private static final String PREFIX = "crosscheck.";
    private static final String LEDGER = "ledger.file";
    private static final List<String> LIMITS = List.of("thresholds", "gates", "profile", "profiles");
    private static final Settings.Ledger NO_OTHER = new Settings.Ledger(Optional.empty(), false);

    private JudgedWith() {}

    /**
     * @param given settings of the command line
     * @throws crosscheck.RunError configuration: where they or the ledger are not valid
     */
    static Result judge(RunFolder folder, Properties given) {
        Map<String, String> changed = new TreeMap<>();
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(name -> isLimit(name) || name.equals(LEDGER))
                .forEach(name -> changed.put(name, given.getProperty(PREFIX + name)));
        if (changed.isEmpty()) {
            return judgeByItsPlan(folder);
        }
        Settings settings = settings(Plan.read(folder.plan()), changed);
        boolean otherLedger = changed.containsKey(LEDGER);
        LedgerFiles.adopt(otherLedger ? settings.ledger() : NO_OTHER, folder.judgedLedger());
        keep(folder, changed);
        Path ledger = otherLedger ? folder.judgedLedger() : folder.ledger();
        return Judgement.of(folder, settings.thresholds(), settings.askedGates(), ledger);
    }

    /** Whatever it was judged by before. */
    static Result judgeByItsPlan(RunFolder folder) {
        LedgerFiles.adopt(NO_OTHER, folder.judgedLedger());
        keep(folder, Map.of());
        return Judgement.of(folder);
    }

    /** The limits of the plan under what was given; everything else does not matter to a judgement. */
    private static Settings settings(Plan plan, Map<String, String> changed) {
        Properties properties = new Properties();
        AsProperties.of(plan.settings()).forEach((name, value) -> {
            if (isLimit(name)) {
                properties.setProperty(PREFIX + name, value);
            }
        });
        changed.forEach((name, value) -> properties.setProperty(PREFIX + name, value));
        return Configuration.load(Map.of(), properties, StandIns.faults()).settings();
    }

    private static boolean isLimit(String name) {
        return LIMITS.contains(name.split("\\.", 2)[0]);
    }

    private static void keep(RunFolder folder, Map<String, String> changed) {
        List<String> lines = changed.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(folder.judgedWith());
            } else {
                Files.write(folder.judgedWith(), lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
