package crosscheck.standin;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as the contract writes them: a UUID in lower case, or a 64-bit integer. */
final class Ids {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("-?[0-9]{1,19}");

    private Ids() {}

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    static OptionalLong number(String text) {
        if (!NUMBER_FORM.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException beyond64Bits) {
            return OptionalLong.empty();
        }
    }
}
