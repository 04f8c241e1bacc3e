package crosscheck.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1,'b':2}  | {'b':2,'a':1}     | key-order",
                "{'x':{'a':1,'b':2}} | {'x':{'b':2,'a':1}} | key-order",
                "[{'a':1,'b':2}] | [{'b':2,'a':1}]  | key-order",
                "{'a':[1,2]}    | {'a': [1, 2]}     | white-space",
                "{'a':1}        | ~{'a':1} ~        | white-space",
                "['ü']          | ['\\u00fc']       | escapes",
                "['/']          | ['\\/']           | escapes",
                "[1.5]          | [1.50]            | number-form",
                "[1.5]          | [15e-1]           | number-form",
                "['2026-11-23T10:00:00.5Z'] | ['2026-11-23T10:00:00.500Z'] | time-form",
                "['a, b: {1.5}'] | ['a, b: {1.5}']  | ~~",
                "['minted by python'] | ['minted by rust'] | ~~",
                "[1.5,'/']      | [ 1.50,'\\/']     | white-space, escapes, number-form",
                "{'a':{},'a':1} | {'a':[],'a':1}    | ~~"
            })
    void namesTheManners(String python, String rust, String expected) {
        assertThat(Spelling.differences(bytes(python), bytes(rust)))
                .allSatisfy(found -> assertThat(found.kind().gates()).isFalse())
                .extracting(Difference::path)
                .satisfies(manners -> assertThat(String.join(", ", manners)).isEqualTo(expected));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
