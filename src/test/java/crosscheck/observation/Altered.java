package crosscheck.observation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record like another one but for some of its components. */
public final class Altered {
    private Altered() {}

    /** @param changes names of components, each with its other value behind it */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R of(R record, Object... changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(record);
            }
            for (int i = 0; i < changes.length; i += 2) {
                values[position(components, changes[i])] = changes[i + 1];
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int position(RecordComponent[] components, Object name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no component " + name);
    }
}
