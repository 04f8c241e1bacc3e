package crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
    @ParameterizedTest(name = "{0}, {1} bytes, {2}, {3}: {4}")
    @CsvSource({
        "schedule, 1048577, connection, 0, 413",
        "schedule, 1048576, connection, 0, 0",
        "schedule, 1048577, timeout, 0, 0",
        "schedule, 1048577, '', 201, 201",
        "put-artifact, 16777217, connection, 0, 413",
        "put-artifact, 16777216, connection, 0, 0",
        "put-artifact, 1048577, connection, 0, 0",
        "'', 16777217, connection, 0, 0",
        "get-run, -1, connection, 0, 0"
    })
    void aConnectionThatIsClosedOnTooLargeABodyIsARefusal(
            String operation, int length, String failure, int status, int expected) {
        byte[] body = length < 0 ? null : new byte[length];
        ExchangeRecord exchange = new ExchangeRecord(
                "check",
                "rust",
                "step",
                Implementation.RUST,
                Service.RUNNER,
                operation,
                "POST",
                "/",
                Map.of(),
                body,
                0,
                1,
                failure,
                status,
                Map.of(),
                new byte[0],
                null);

        assertThat(new Uploads(Contract.load()).status(exchange)).isEqualTo(expected);
    }
}
