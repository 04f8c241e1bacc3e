package crosscheck.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosscheck.observation.StoredResult;
import crosscheck.observation.StoredResult.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a submitted result is in the database: whole, not at all, or in part. Numbers are compared by their exact value, JSON
 * by its structure.
 */
final class ResultAudit {
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** {@code 1.5}, {@code 1.50} and {@code 15e-1} are the same number. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private ResultAudit() {}

    /**
     * @param phase {@link StoredResult#phase()}
     * @param submitted the body of "submit result", JSON
     * @param stored the run that it was submitted for; empty where there is no such run any more
     */
    static StoredResult audit(int phase, String run, String submitted, Optional<StoredRun> stored) {
        if (stored.isEmpty()) {
            return new StoredResult(phase, run, State.PARTIAL, "the run is gone");
        }
        if (isUntouched(stored.get())) {
            return new StoredResult(phase, run, State.ABSENT, "");
        }
        List<String> faults = faults(parse(submitted), stored.get());
        return faults.isEmpty()
                ? new StoredResult(phase, run, State.WHOLE, "")
                : new StoredResult(phase, run, State.PARTIAL, String.join("; ", faults));
    }

    private static boolean isUntouched(StoredRun run) {
        return run.status().equals("running")
                && !run.finished()
                && run.resultCode() == null
                && run.result() == null
                && run.logfilenames().isEmpty()
                && run.branches().isEmpty()
                && run.queued();
    }

    private static List<String> faults(JsonNode submitted, StoredRun run) {
        List<String> faults = new ArrayList<>();
        expect(faults, "status", "completed", run.status());
        if (!run.finished()) {
            faults.add("finish_time is null");
        }
        expect(faults, "result_code", submitted.path("result_code").textValue(), run.resultCode());
        expectJson(faults, "result", submitted.path("result"), run.result());
        expect(faults, "logfilenames", texts(submitted.path("logfilenames")), run.logfilenames());
        if (submitted.hasNonNull("description")) {
            expect(faults, "description", submitted.get("description").textValue(), run.description());
        }
        if (submitted.hasNonNull("value")) {
            expect(faults, "value", submitted.get("value").doubleValue(), run.value());
        }
        expect(faults, "branches", branches(submitted.path("branches")), run.branches());
        if (run.queued()) {
            faults.add("the queue item is still there");
        }
        return faults;
    }

    private static void expect(List<String> faults, String name, Object submitted, Object stored) {
        if (!Objects.equals(submitted, stored)) {
            faults.add("%s is %s, submitted was %s".formatted(name, stored, submitted));
        }
    }

    private static void expectJson(List<String> faults, String name, JsonNode submitted, String stored) {
        if (stored == null || !submitted.equals(BY_VALUE, parse(stored))) {
            faults.add("%s is %s, submitted was %s".formatted(name, stored, submitted));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static List<StoredRun.Branch> branches(JsonNode array) {
        List<StoredRun.Branch> branches = new ArrayList<>();
        array.forEach(branch -> branches.add(new StoredRun.Branch(
                branch.path("role").textValue(),
                branch.path("name").textValue(),
                branch.path("base_revision").textValue(),
                branch.path("revision").textValue())));
        branches.sort(Comparator.comparing(StoredRun.Branch::role));
        return branches;
    }

    private static JsonNode parse(String json) {
        try {
            return EXACT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }
}
