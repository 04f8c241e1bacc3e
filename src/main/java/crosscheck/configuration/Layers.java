package crosscheck.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import crosscheck.RunError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of configuration laid over each other, and cleared of everything that has no place in the defaults. */
final class Layers {
    static final String ROOT = "crosscheck";

    private final Config defaults = resolved(ConfigFactory.parseResources("crosscheck-defaults.conf"), Map.of());
    private final Problems problems;

    Layers(Problems problems) {
        this.problems = problems;
    }

    Config defaults() {
        return defaults.getConfig(ROOT);
    }

    /** What holds under {@code crosscheck}; a value that has no place is reported and its default stands in. */
    Config merged(Config userConf, Map<String, String> environment, Map<String, String> properties) {
        Config fromProperties = fromProperties(properties);
        Config file = named(fromProperties.withFallback(userConf));
        checkTop(userConf);
        checkTop(file);
        Config merged = resolved(
                fromProperties
                        .withFallback(file)
                        .withFallback(userConf)
                        .withFallback(ConfigFactory.parseResources("crosscheck-defaults.conf")),
                environment);
        return cleared(merged.getValue(ROOT), defaults.getValue(ROOT), List.of(ROOT));
    }

    private static Config resolved(Config config, Map<String, String> environment) {
        Map<String, ConfigValue> variables = new TreeMap<>();
        environment.forEach((name, value) ->
                variables.put(name, ConfigValueFactory.fromAnyRef(value, "environment variable " + name)));
        try {
            return config.withFallback(ConfigValueFactory.fromMap(variables).toConfig())
                    .resolve(ConfigResolveOptions.noSystem());
        } catch (ConfigException e) {
            throw RunError.configuration(Redaction.of(e.getMessage()));
        }
    }

    private static Config named(Config config) {
        String key = ROOT + ".config";
        if (!config.hasPath(key) || config.getString(key).isEmpty()) {
            return ConfigFactory.empty();
        }
        Path file = Path.of(config.getString(key));
        if (!Files.isRegularFile(file)) {
            throw RunError.configuration(key + " = " + file + ": there is no such file");
        }
        return parsed(file);
    }

    private static Config parsed(Path file) {
        try {
            return ConfigFactory.parseFile(file.toFile());
        } catch (ConfigException e) {
            throw RunError.configuration(Redaction.of(e.getMessage()));
        }
    }

    private Config fromProperties(Map<String, String> properties) {
        Config layer = ConfigFactory.empty();
        for (var property : new TreeMap<>(properties).entrySet()) {
            if (property.getKey().startsWith(ROOT + ".")) {
                String path = ConfigUtil.joinPath(property.getKey().split("\\.", -1));
                layer = layer.withValue(path, ofProperty(path, property.getKey(), property.getValue()));
            }
        }
        return layer;
    }

    private ConfigValue ofProperty(String path, String key, String text) {
        String origin = "system property " + key;
        if (!(defaults.hasPath(path) && defaults.getValue(path) instanceof ConfigList)) {
            return ConfigValueFactory.fromAnyRef(text, origin);
        }
        try {
            return ConfigValueFactory.fromIterable(words(key, text), origin);
        } catch (IllegalArgumentException e) {
            problems.add(key, key + " = " + text + " (system property): " + e.getMessage());
            return defaults.getValue(path);
        }
    }

    /** A list as a configuration file has it, or its words as they are typed. */
    private static List<String> words(String key, String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            try {
                return ConfigFactory.parseString("list = " + text).getStringList("list");
            } catch (ConfigException e) {
                throw new IllegalArgumentException("is no list: " + e.getMessage(), e);
            }
        }
        return key.endsWith(".command") ? Words.ofCommand(text) : Words.ofList(text);
    }

    private void checkTop(Config layer) {
        for (var entry : layer.root().entrySet()) {
            if (!entry.getKey().equals(ROOT)) {
                problems.add(
                        entry.getKey(),
                        entry.getKey() + " (" + Problems.where(entry.getValue().origin())
                                + "): unknown; every key of crosscheck's is inside " + ROOT + " { }");
            }
        }
    }

    /** Compares the shape of what was given with that of the defaults, from the top. */
    private Config cleared(ConfigValue given, ConfigValue known, List<String> path) {
        if (!(given instanceof ConfigObject object)) {
            problems.add(String.join(".", path), wrongShape(given, path, "must be a block { }"));
            return ((ConfigObject) known).toConfig();
        }
        Config result = object.toConfig();
        for (var entry : new TreeMap<>(object).entrySet()) {
            List<String> at = append(path, entry.getKey());
            String key = ConfigUtil.quoteString(entry.getKey());
            ConfigValue expected = ((ConfigObject) known).get(entry.getKey());
            if (expected == null) {
                reportUnknown(entry.getValue(), at);
                result = result.withoutPath(key);
            } else if (expected instanceof ConfigObject) {
                result = result.withValue(
                        key, cleared(entry.getValue(), expected, at).root());
            } else if (entry.getValue() instanceof ConfigObject inner) {
                inner.forEach((extra, value) -> reportUnknown(value, append(at, extra)));
                if (inner.isEmpty()) {
                    problems.add(String.join(".", at), wrongShape(inner, at, "must be a single value"));
                }
                result = result.withValue(key, expected);
            } else if (expected instanceof ConfigList != entry.getValue() instanceof ConfigList) {
                String must = expected instanceof ConfigList ? "must be a list [ ]" : "must be a single value";
                problems.add(String.join(".", at), wrongShape(entry.getValue(), at, must));
                result = result.withValue(key, expected);
            }
        }
        return result;
    }

    private static String wrongShape(ConfigValue value, List<String> path, String must) {
        String shown = value instanceof ConfigObject ? "{ }" : String.valueOf(value.unwrapped());
        return String.join(".", path) + " = " + shown + " (" + Problems.where(value.origin()) + "): " + must;
    }

    private void reportUnknown(ConfigValue value, List<String> path) {
        String key = String.join(".", path);
        // What is said of `implementation` shows in both of `implementations`, and would be reported three times.
        String template =
                key.replaceFirst("^crosscheck\\.implementations\\.(python|rust)\\.", "crosscheck.implementation.");
        if (!template.equals(key) && problems.has(template)) {
            return;
        }
        String parent = key.substring(0, key.lastIndexOf('.') + 1);
        Set<String> known = new TreeSet<>();
        collect(defaults.root(), "", known);
        String instead = Nearest.to(key, known, path.get(path.size() - 1).length())
                .map(name -> "the nearest known one is " + name)
                .orElseGet(() -> "known there: "
                        + known.stream()
                                .filter(name -> name.startsWith(parent) && name.indexOf('.', parent.length()) < 0)
                                .map(name -> name.substring(parent.length()))
                                .collect(Collectors.joining(", ")));
        problems.add(
                key, key + " (" + Problems.where(firstLeaf(value).origin()) + "): there is no such key; " + instead);
    }

    /** Blocks around a system property have no origin of their own. */
    private static ConfigValue firstLeaf(ConfigValue value) {
        return value instanceof ConfigObject block && !block.isEmpty()
                ? firstLeaf(block.values().iterator().next())
                : value;
    }

    private static void collect(ConfigObject object, String prefix, Set<String> keys) {
        object.forEach((key, value) -> {
            keys.add(prefix + key);
            if (value instanceof ConfigObject inner) {
                collect(inner, prefix + key + ".", keys);
            }
        });
    }

    private static List<String> append(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
