package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MintedIdsTest {
    private static final String P = "aaaaaaaa-1111-4111-8111-111111111111";
    private static final String R = "bbbbbbbb-2222-4222-8222-222222222222";
    private static final String DIGITS_P = "11111111-1111-4111-8111-111111111111";
    private static final String DIGITS_R = "22222222-2222-4222-8222-22222222222c";

    private final MintedIds ids = new MintedIds();

    @Test
    void areHandedOutOnce() {
        assertThat(ids.learn("item", "1", "7")).isTrue();
        assertThat(ids.learn("item", "1", "7")).isTrue();
        assertThat(ids.learn("item", "1", "8")).isFalse();
        assertThat(ids.learn("item", "2", "7")).isFalse();
        assertThat(ids.learn("publish", "1", "8")).isTrue();
    }

    @Test
    void standForThemselvesUnlessTheyWereHandedOut() {
        ids.learn("item", "1", "7");
        assertThat(ids.same("item", "1", "7")).isTrue();
        assertThat(ids.same("item", "1", "1")).isFalse();
        assertThat(ids.same("item", "7", "7")).isFalse();
        assertThat(ids.same("item", "2", "2")).isTrue();
        assertThat(ids.same("run", "1", "1")).isTrue();
        assertThat(ids.toPython("item", "7")).isEqualTo("1");
        assertThat(ids.toPython("item", "8")).isEqualTo("8");
    }

    @Test
    void areMappedInTextsInTheirCase() {
        ids.learn("run", P, R);
        ids.learn("publish", DIGITS_P, DIGITS_R);
        assertThat(ids.textToRust(P)).isEqualTo(R);
        assertThat(ids.textToRust("run " + P + ", again " + P + '!')).isEqualTo("run " + R + ", again " + R + '!');
        assertThat(ids.textToRust(P.toUpperCase(Locale.ROOT))).isEqualTo(R.toUpperCase(Locale.ROOT));
        assertThat(ids.textToRust("publish " + DIGITS_P)).isEqualTo("publish " + DIGITS_R);
        assertThat(ids.textToRust(R + " short")).isEqualTo(R + " short");
        assertThat(ids.textToRust("short")).isEqualTo("short");
    }
}
