package crosscheck.standin;

import java.util.function.Predicate;

/** What may stand in a path, and which resource is not there where something else does. */
enum PathParameter {
    RUN_ID("{run_id}", "run", text -> Ids.uuid(text).isPresent()),
    PUBLISH_ID("{publish_id}", "publish", text -> Ids.uuid(text).isPresent()),
    QUEUE_ID("{queue_id}", "queue-item", text -> Ids.number(text).isPresent()),
    CODEBASE("{codebase}", "codebase", text -> text.indexOf('\0') < 0),
    ARTIFACT("{artifact}", "artifact", text -> true);

    private final String placeholder;
    private final String resource;
    private final Predicate<String> possible;

    PathParameter(String placeholder, String resource, Predicate<String> possible) {
        this.placeholder = placeholder;
        this.resource = resource;
        this.possible = possible;
    }

    String placeholder() {
        return placeholder;
    }

    static PathParameter of(String placeholder) {
        for (PathParameter parameter : values()) {
            if (parameter.placeholder.equals(placeholder)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException(placeholder);
    }

    void check(String text) {
        if (!possible.test(text)) {
            throw Refusal.notFound(resource);
        }
    }
}
