package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Every n-th assignment has a text of the one before it, as where two requests write into the same buffer. */
final class SharedBuffer implements Defect {
    private final long period;
    private final String field;
    private final AtomicLong given = new AtomicLong();
    private final AtomicReference<String> last = new AtomicReference<>();

    SharedBuffer(long period, String field) {
        this.period = period;
        this.field = field;
    }

    @Override
    public Handler around(String operation, Handler handler) {
        return Answers.of(Set.of(Operations.ASSIGN), Answers.where(200, Answers.body(this::mix)))
                .around(operation, handler);
    }

    private void mix(ObjectNode assignment) {
        String before = last.getAndSet(assignment.path(field).asText());
        if (given.incrementAndGet() % period == 0) {
            assignment.put(field, before);
        }
    }
}
