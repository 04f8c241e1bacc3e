package crosscheck.compare;

/**
 * A place in a JSON value, made while going down and spelt only when something is found there.
 *
 * @param parent {@code null} for the root
 * @param step a property's name, or what tells an element from the others
 */
record JsonPath(JsonPath parent, String step, boolean element) {
    static final JsonPath ROOT = new JsonPath(null, "", false);

    JsonPath property(String name) {
        return new JsonPath(this, name, false);
    }

    JsonPath element(String label) {
        return new JsonPath(this, label, true);
    }

    /** Without what tells an element from the others. */
    String place() {
        return spell(false);
    }

    @Override
    public String toString() {
        return spell(true);
    }

    private String spell(boolean labels) {
        if (parent == null) {
            return step;
        }
        String before = parent.spell(labels);
        if (element) {
            return before + '[' + (labels ? step : "") + ']';
        }
        return before.isEmpty() ? step : before + '.' + step;
    }
}
