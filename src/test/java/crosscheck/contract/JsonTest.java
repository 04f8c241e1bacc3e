package crosscheck.contract;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void keepsNumbersExactly() throws Json.Malformed {
        Json json = Json.parse("[123456789012345678901234567890, 1.0, 1e400, -0.10000000000000000000001]");
        assertThat(json.root().get(0).bigIntegerValue()).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(json.root().get(1).isIntegralNumber()).isFalse();
        assertThat(json.root().get(1).decimalValue()).isEqualTo(new BigDecimal("1.0"));
        assertThat(json.root().get(2).decimalValue()).isEqualTo(new BigDecimal("1e400"));
        assertThat(json.root().get(3).decimalValue()).isEqualTo(new BigDecimal("-0.10000000000000000000001"));
    }

    @Test
    void seesEveryRepeatedKey() throws Json.Malformed {
        Json json = Json.parse("{\"a\":1,\"a\":2,\"b\":[{\"c\":1},{\"c\":1,\"c\":1}],\"a\":3}");
        assertThat(json.duplicateKeys()).containsExactly("a", "b.1.c", "a");
        assertThat(json.root().get("a").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "nul",
                "01",
                "1 2",
                "NaN",
                "\"\t\"",
                "\uFEFF1",
                "{}//"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.parse(text.getBytes(UTF_8))).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> Json.parse("{}".getBytes(UTF_16))).hasMessage("not UTF-8");
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                .hasMessage("not UTF-8");
    }
}
