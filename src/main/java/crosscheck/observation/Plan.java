package crosscheck.observation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import crosscheck.RunError;
import crosscheck.configuration.Settings;
import crosscheck.configuration.Thresholds;
import crosscheck.contract.Implementation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a run set out to do, written as {@code plan.json} before anything is measured.
 *
 * @param schema {@link #SCHEMA}
 * @param simulation simple name of the simulation
 * @param profile the profile's name
 * @param sameOnBothSides the implementation that plays both sides, or {@code null}
 * @param seed what everything made up follows from
 * @param epoch the wall-clock time of microsecond 0 of every observation
 * @param settings the effective configuration, nested as in the configuration files, without secrets
 * @param thresholds limits of the gates
 * @param askedGates patterns of the gates that the profile asks
 * @param targets what was driven: per side its URLs, command, build id or binary hash
 * @param host the machine of the generator
 * @param checks functional checks that were to be played, by suite: their ids
 * @param phases load that was to be run, in order
 * @param capacity how capacity was to be searched for; {@code null} where it was not. Its phases follow {@code phases}, and
 *     are decided one after the other
 */
public record Plan(
        String schema,
        String simulation,
        String profile,
        Implementation sameOnBothSides,
        long seed,
        Instant epoch,
        Map<String, Object> settings,
        Thresholds thresholds,
        List<String> askedGates,
        Map<String, Object> targets,
        Host host,
        Map<String, List<String>> checks,
        List<PlannedPhase> phases,
        Settings.Capacity capacity) {

    public static final String SCHEMA = "crosscheck/plan/2";

    /** The suites whose functional checks were to be played. */
    @JsonIgnore
    public Set<String> suites() {
        return checks == null ? Set.of() : checks.keySet();
    }

    /** Whether the user named the checks to be played, which then show nothing of the rest. */
    @JsonIgnore
    public boolean namesChecks() {
        return Stream.of("checks", "replay")
                .anyMatch(key -> !settings.getOrDefault(key, "").equals(""));
    }

    /**
     * The machine that ran the generator, as far as it decides whether two runs can be compared.
     *
     * @param name the machine's name, or what the user calls machines that are alike
     * @param processor its model
     * @param cores logical processors
     * @param memoryBytes installed memory
     * @param versions of whatever takes part: {@code postgresql}, {@code redis}, {@code gatling}, ...
     */
    public record Host(
            String name,
            String processor,
            int cores,
            long memoryBytes,
            String kernel,
            String jdk,
            Map<String, String> versions) {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, new Text<>(Duration.class, Duration::parse)))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The same with other load. */
    public Plan with(List<PlannedPhase> otherPhases) {
        return new Plan(
                schema,
                simulation,
                profile,
                sameOnBothSides,
                seed,
                epoch,
                settings,
                thresholds,
                askedGates,
                targets,
                host,
                checks,
                List.copyOf(otherPhases),
                capacity);
    }

    public void write(Path file) {
        try {
            MAPPER.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RunError configuration: a plan of another version */
    public static Plan read(Path file) {
        try {
            JsonNode plan = MAPPER.readTree(file.toFile());
            String schema = plan.path("schema").asText();
            if (!schema.equals(SCHEMA)) {
                throw RunError.configuration(
                        "%s: its schema is \"%s\", not \"%s\": a run is judged by the version of crosscheck that recorded it"
                                .formatted(file, schema, SCHEMA));
            }
            return MAPPER.treeToValue(plan, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) throws JsonProcessingException {
            return parse.apply(value);
        }
    }
}
