package crosscheck.observation;

import crosscheck.contract.Implementation;
import crosscheck.contract.Reply;
import crosscheck.contract.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One request with its answer, as they went over the wire.
 *
 * @param check the id of the functional check that sent it; empty where load did
 * @param cast who played the check; under load the implementation
 * @param step the step's name; under load the operation
 * @param implementation who was asked
 * @param operation the contract's; empty for a path or method that it does not have
 * @param path with its query, as sent
 * @param requestHeaders as sent, authorization left out
 * @param requestBody as sent, or {@code null}
 * @param sentMicros when it was sent, microseconds since the run's epoch
 * @param doneMicros when the answer was complete, or its deadline
 * @param failure why there is no answer: {@code timeout} or {@code connection}; empty where there is one
 * @param status 0 without an answer
 * @param headers each name with its values, in the order received
 * @param body as received; empty for none
 * @param held the commit that was held back, or {@code null} where none was
 */
public record ExchangeRecord(
        String check,
        String cast,
        String step,
        Implementation implementation,
        Service service,
        String operation,
        String method,
        String path,
        Map<String, String> requestHeaders,
        byte[] requestBody,
        long sentMicros,
        long doneMicros,
        String failure,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        HeldCommit held) {

    /**
     * What the request committed while commits were held back.
     *
     * @param releasedMicros when the first was let go
     * @param transactions how many changed a row, from when the request was sent until the database was at rest
     */
    public record HeldCommit(long releasedMicros, long transactions) {}

    /** The answer, as far as there is one. */
    public Reply reply() {
        Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, values) -> joined.merge(name, String.join(", ", values), (one, other) -> one + ", " + other));
        return new Reply(status, joined, body);
    }

    /** The same with every header of the answer, and its body, changed. */
    public ExchangeRecord withAnswer(UnaryOperator<String> header, UnaryOperator<byte[]> bytes) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        headers.forEach(
                (name, values) -> changed.put(name, values.stream().map(header).toList()));
        return new ExchangeRecord(
                check,
                cast,
                step,
                implementation,
                service,
                operation,
                method,
                path,
                requestHeaders,
                requestBody,
                sentMicros,
                doneMicros,
                failure,
                status,
                changed,
                bytes.apply(body),
                held);
    }

    /** Whether there is an answer. */
    public boolean answered() {
        return status != 0;
    }
}
