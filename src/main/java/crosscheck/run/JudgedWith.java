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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A run judged once more: by its own plan, or by what the command line says otherwise, which is kept beside the result. */
final class JudgedWith {
    private static final String PREFIX = "crosscheck.";
    private static final String LEDGER = PREFIX + "ledger.file";
    private static final List<String> LIMITS = List.of("thresholds", "gates", "profile", "profiles");

    private JudgedWith() {}

    /**
     * @param given settings of the command line
     * @throws crosscheck.RunError configuration: where they or the ledger are not valid
     */
    static Result judge(RunFolder folder, Properties given) {
        Plan plan = Plan.read(folder.plan());
        Map<String, String> changed = new TreeMap<>();
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && isLimit(name.substring(PREFIX.length())))
                .forEach(name -> changed.put(name.substring(PREFIX.length()), given.getProperty(name)));
        Settings settings = settings(plan, given, changed);
        if (given.containsKey(LEDGER)) {
            LedgerFiles.adopt(settings.ledger(), folder);
            changed.put(LEDGER.substring(PREFIX.length()), given.getProperty(LEDGER));
        }
        keep(folder, changed);
        return changed.isEmpty()
                ? Judgement.of(folder)
                : Judgement.of(folder, settings.thresholds(), settings.askedGates());
    }

    /** The limits of the plan under those that were given; everything else does not matter to a judgement. */
    private static Settings settings(Plan plan, Properties given, Map<String, String> changed) {
        Properties properties = new Properties();
        AsProperties.of(plan.settings()).forEach((name, value) -> {
            if (isLimit(name)) {
                properties.setProperty(PREFIX + name, value);
            }
        });
        changed.forEach((name, value) -> properties.setProperty(PREFIX + name, value));
        if (given.containsKey(LEDGER)) {
            properties.setProperty(LEDGER, given.getProperty(LEDGER));
        }
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
