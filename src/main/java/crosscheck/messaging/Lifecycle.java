package crosscheck.messaging;

import static crosscheck.check.Given.ASSIGNED_RUN;

import crosscheck.check.Given;
import crosscheck.check.Step;
import java.util.ArrayList;
import java.util.List;

/** An item's life, as far as it causes messages. */
final class Lifecycle {
    static final List<String> STEPS = List.of("assignment", "progress", "result", "publish");

    private Lifecycle() {}

    static List<Step> steps(Given given) {
        List<Step> steps = new ArrayList<>(given.assignment());
        steps.add(given.progress("progress"));
        steps.add(given.result("result", ASSIGNED_RUN));
        steps.add(given.publish("publish", ASSIGNED_RUN, "push"));
        return steps;
    }
}
