package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class InlineJsonTest {
    private static final String HOSTILE = "</script><!--<script>&'\"\u2028\u2029\u0000\uD83D\uDE00é";

    @Test
    void holdsNothingThatCouldEndItsElement() {
        assertThat(InlineJson.of(HOSTILE)).matches("[ -~]*").doesNotContain("<", ">", "&", "'");
    }

    @Test
    void isReadBackAsItWas() throws Exception {
        assertThat(new ObjectMapper().readValue(InlineJson.of(HOSTILE), String.class))
                .isEqualTo(HOSTILE);
    }
}
