package crosscheck.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a worker reports at the end of a run: the body of the contract's "submit result", written as JSON in this order. */
@JsonPropertyOrder({"result_code", "result", "logfilenames", "description", "value", "branches"})
public record ResultPayload(
        @JsonProperty("result_code") String resultCode,
        Map<String, Object> result,
        List<String> logfilenames,
        String description,
        BigDecimal value,
        List<Branch> branches) {

    /** One branch that a run made or changed. */
    @JsonPropertyOrder({"role", "name", "base_revision", "revision"})
    public record Branch(
            String role,
            String name,
            @JsonProperty("base_revision") String baseRevision,
            String revision) {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final List<String> TAGS = List.of(
            "file-contains-trailing-whitespace",
            "missing-vcs-browser-field",
            "out-of-date-standards-version",
            "package-uses-old-debhelper-compat-version",
            "silent-on-rules-requiring-root",
            "upstream-metadata-file-is-missing");

    private static final List<String> STAGES = List.of("fetch", "unpack", "build", "autopkgtest");

    /** A payload as a run of this campaign would report it; {@code success} says how the run ended. */
    static ResultPayload of(String codebase, Campaign campaign, boolean success, Random random) {
        return new ResultPayload(
                success ? "success" : campaign.failureCode(),
                success ? changes(campaign, random) : failure(campaign, random),
                List.of(Seeds.uuid(random) + ".log"),
                "Test run for " + codebase + " - " + campaign.name(),
                Seeds.decimal(random, 1_000_000, 3),
                success ? branches(campaign, random) : List.of());
    }

    /** As a request's body. */
    public String json() {
        return json(this);
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> changes(Campaign campaign, Random random) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (campaign.name()) {
            case "lintian-fixes" -> result.put("applied", fixes(random));
            case "new-upstream" -> {
                int minor = random.nextInt(40);
                result.put("old_upstream_version", "1." + minor + "." + random.nextInt(10));
                result.put("upstream_version", "1." + (minor + 1) + ".0");
            }
            default -> result.put("changed_files", random.nextInt(30));
        }
        result.put("certainty", random.nextInt(4) == 0 ? "possible" : "certain");
        result.put("score", Seeds.decimal(random, 10_000, 2));
        return result;
    }

    private static List<Map<String, Object>> fixes(Random random) {
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Map<String, Object> fix = new LinkedHashMap<>();
            fix.put("fixed_lintian_tags", List.of(Seeds.pick(random, TAGS)));
            fix.put("summary", "Fix n\u00ba " + random.nextInt(1000) + " \u2014 \"quoted\"");
            fixes.add(fix);
        }
        return fixes;
    }

    private static Map<String, Object> failure(Campaign campaign, Random random) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("stage", List.of("worker", Seeds.pick(random, STAGES)));
        result.put("transient", random.nextBoolean());
        result.put("message", campaign.failureCode() + ":\nexit status " + (1 + random.nextInt(127)));
        return result;
    }

    private static List<Branch> branches(Campaign campaign, Random random) {
        List<Branch> branches = new ArrayList<>();
        branches.add(new Branch("main", "debian/master", Seeds.hex(random, 40), Seeds.hex(random, 40)));
        if (campaign.name().equals("new-upstream")) {
            branches.add(new Branch("upstream", "upstream", Seeds.hex(random, 40), Seeds.hex(random, 40)));
            branches.add(new Branch("pristine-tar", null, null, Seeds.hex(random, 40)));
        }
        return branches;
    }
}
