package crosscheck.verdict;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.observation.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** {@code result.json}, as {@code result.schema.json} describes it. */
public final class ResultFile {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Verdict.class, new Id<>(Verdict::id))
                    .addSerializer(Implementation.class, new Id<>(Implementation::id))
                    .addSerializer(RunError.Cause.class, new Id<>(RunError.Cause::id))
                    .addKeySerializer(Outcome.class, new Key()))
            .addMixIn(Gate.class, RelativeGate.class)
            .addMixIn(Result.class, Promised.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultFile() {}

    public static void write(Result result, Path file) {
        try {
            Files.writeString(file, toJson(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String toJson(Result result) throws IOException {
        return MAPPER.writeValueAsString(result) + "\n";
    }

    @JsonPropertyOrder({"schema", "verdict", "cause", "gates", "findings"})
    private interface Promised {}

    private interface RelativeGate {
        @JsonSerialize(nullsUsing = Both.class)
        Implementation implementation();
    }

    private static final class Id<T> extends JsonSerializer<T> {
        private final Function<T, String> id;

        Id(Function<T, String> id) {
            this.id = id;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(id.apply(value));
        }
    }

    private static final class Key extends JsonSerializer<Outcome> {
        @Override
        public void serialize(Outcome value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A gate on the relation of both sides. */
    static final class Both extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString("both");
        }
    }
}
