package crosscheck.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import crosscheck.configuration.Settings.Companion;
import crosscheck.configuration.Settings.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the list of companions; what an element leaves out has the defaults below. */
final class CompanionsReader {
    private static final Config DEFAULTS = ConfigFactory.parseString(
            "name = \"\", url = \"\", command = [], directory = \".\", ready = /, request = \"\", sampled = false");

    private final List<? extends ConfigValue> elements;
    private final Problems problems;

    CompanionsReader(Config config, Problems problems) {
        this.elements = config.getList("companions");
        this.problems = problems;
    }

    List<Companion> read() {
        List<Companion> companions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String key = "crosscheck.companions." + i;
            if (elements.get(i) instanceof ConfigObject element) {
                Companion companion = companion(element, key);
                if (!names.add(companion.name())) {
                    problems.add(key, key + ": the name " + companion.name() + " is already taken");
                }
                companions.add(companion);
            } else {
                problems.add(key, key + ": must be a block { name, url or command, ... }, in a file");
            }
        }
        return companions;
    }

    private Companion companion(ConfigObject element, String key) {
        for (var entry : element.entrySet()) {
            if (!DEFAULTS.hasPath(entry.getKey())) {
                problems.add(
                        key + "." + entry.getKey(),
                        key + "." + entry.getKey() + " ("
                                + Problems.where(entry.getValue().origin()) + "): there is no such key; known: "
                                + String.join(", ", DEFAULTS.root().keySet()));
            }
        }
        Values values = new Values(element.toConfig().withFallback(DEFAULTS), DEFAULTS, key + ".", problems);
        Endpoint endpoint = new Endpoint(
                values.url("url", Set.of("http", "https"), "http://localhost:8080"), values.words("command"));
        String name = values.text("name");
        if (!name.matches("[A-Za-z0-9._-]+")) {
            values.wrong("name", "must be a name of letters, digits, dots and dashes");
        }
        if (endpoint.url().isPresent() == !endpoint.command().isEmpty()) {
            values.wrong("url", "one of url and command must be given");
        }
        return new Companion(
                name,
                endpoint,
                Path.of(values.text("directory")),
                path(values, "ready", "/"),
                path(values, "request", ""),
                values.flag("sampled"));
    }

    private static String path(Values values, String key, String otherwise) {
        String path = values.text(key);
        if (path.isEmpty() || path.startsWith("/")) {
            return path;
        }
        values.wrong(key, "must be a path that begins with /");
        return otherwise;
    }
}
