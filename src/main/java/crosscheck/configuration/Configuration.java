package crosscheck.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import crosscheck.RunError;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run was asked to do: {@code crosscheck-defaults.conf} under {@code crosscheck.conf} of the class path, under the
 * file that {@code crosscheck.config} names, under the system properties {@code crosscheck.*}. {@code DATABASE_URL} and
 * {@code REDIS_URL} of the environment stand in for the two keys where nobody set them.
 */
public final class Configuration {
    private final Settings settings;
    private final Config effective;

    private Configuration(Settings settings, Config effective) {
        this.settings = settings;
        this.effective = effective;
    }

    /**
     * @param knownFaults names of the defects that the embedded stand-ins can have
     * @throws RunError configuration: every problem with its key, value, place and what is allowed
     */
    public static Configuration load(Map<String, String> environment, Properties properties, Set<String> knownFaults) {
        Map<String, String> texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        try {
            return of(ConfigFactory.parseResources("crosscheck.conf"), environment, texts, knownFaults);
        } catch (ConfigException.Parse e) {
            throw RunError.configuration(Redaction.of(e.getMessage()));
        }
    }

    static Configuration of(
            Config userConf, Map<String, String> environment, Map<String, String> properties, Set<String> faults) {
        Problems problems = new Problems();
        Layers layers = new Layers(problems);
        Config effective = layers.merged(userConf, environment, properties);
        Values values = new Values(effective, layers.defaults(), Layers.ROOT + ".", problems);
        Settings settings = new SettingsReader(values, effective, layers.defaults(), faults, problems).read();
        problems.throwIfAny();
        return new Configuration(settings, effective);
    }

    public Settings settings() {
        return settings;
    }

    /** Every key with the value that holds, nested as in the files, without credentials. */
    public Map<String, Object> effective() {
        return redacted(effective).root().unwrapped();
    }

    private static Config redacted(Config config) {
        return ConfigValueFactory.fromMap(redactedMap(config.root().unwrapped()))
                .toConfig();
    }

    private static Map<String, Object> redactedMap(Map<?, ?> map) {
        Map<String, Object> result = new TreeMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), redactedValue(value)));
        return result;
    }

    private static Object redactedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return redactedMap(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Configuration::redactedValue).toList();
        }
        return value instanceof String text ? Redaction.of(text) : value;
    }
}
