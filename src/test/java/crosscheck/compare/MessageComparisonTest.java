package crosscheck.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageComparisonTest {
    private static final String COMPLETED =
            "{'run_id':'r','codebase':'a','campaign':'c','result_code':'success','timestamp':'2026-11-23T10:00:00Z',"
                    + "'traceparent':'00-a'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'00-a'      | '00-b'       | ~~",
                ":00Z        | :00.000Z     | ~~",
                ":00Z        | :01Z         | value timestamp",
                "success     | failed       | value result_code",
                "'r'         | 's'          | value run_id",
                ",'traceparent':'00-a' | ~~ | missing traceparent",
                "'r'         | r            | malformed body",
                "'r'         | 'r','run_id':'r' | duplicate-key run_id"
            })
    void findsWhatDiffers(String part, String replacement, String expected) {
        String rust = COMPLETED.replace(part, replacement);
        assertThat(new MessageComparison(Contract.load())
                        .compare("run.completed", bytes(COMPLETED), bytes(rust), new Minted()))
                .extracting(found -> found.kind().id() + ' ' + found.path())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
