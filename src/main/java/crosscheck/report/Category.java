package crosscheck.report;

import crosscheck.verdict.Gate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a reader asks about, in the order of what would hurt most after a switch; gates belong to it by their id. */
public enum Category {
    RUN("Health of the run", "Could this run measure at all?", Set.of("target", "run", "coverage")),
    CONSISTENCY("Data consistency", "Is every result kept, every item given out once?", Set.of("data", "invariant")),
    COMPATIBILITY("Compatibility", "Do both answer alike, and as the contract says?", Set.of("api", "schema")),
    MESSAGES("Messages", "Do both publish the same, in order, once?", Set.of("messages")),
    WORKFLOW("Workflow", "Do whole journeys pass?", Set.of("workflow", "trace", "errors")),
    PERFORMANCE(
            "Performance",
            "Is it as fast and as reliable under load?",
            Set.of("load", "response-time", "capacity", "baseline")),
    RESOURCES(
            "Resources and leaks",
            "Does it need less, and does it leak?",
            Set.of("memory", "connections", "descriptors", "threads", "limits"));

    private final String title;
    private final String question;
    private final Set<String> families;

    Category(String title, String question, Set<String> families) {
        this.title = title;
        this.question = question;
        this.families = families;
    }

    public String title() {
        return title;
    }

    public String question() {
        return question;
    }

    /** Fragment identifier of the category on the page. */
    public String anchor() {
        return this == RUN ? "health" : name().toLowerCase(Locale.ROOT);
    }

    /** The category of a gate; one of a family that nobody named yet counts with the health of the run. */
    static Category of(Gate gate) {
        String family = gate.id().split("\\.", 2)[0];
        return List.of(values()).stream()
                .filter(category -> category.families.contains(family))
                .findFirst()
                .orElse(RUN);
    }
}
