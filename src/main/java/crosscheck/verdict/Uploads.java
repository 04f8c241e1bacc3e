package crosscheck.verdict;

import crosscheck.contract.Contract;
import crosscheck.contract.MediaType;
import crosscheck.observation.ExchangeRecord;

/** Bodies over the contract's limits, which a service may also refuse by closing the connection while they come. */
record Uploads(Contract contract) {
    private static final int LARGEST_JSON = 1 << 20;
    private static final int LARGEST_ARTIFACT = 16 << 20;

    /** 413 for a body that was too large where the connection was closed on it, else the status that came. */
    int status(ExchangeRecord exchange) {
        boolean closed = exchange.failure().equals("connection") && isTooLarge(exchange);
        return closed ? 413 : exchange.status();
    }

    private boolean isTooLarge(ExchangeRecord exchange) {
        if (exchange.operation().isEmpty() || exchange.requestBody() == null) {
            return false;
        }
        boolean bytes =
                MediaType.BYTES.equals(contract.operation(exchange.operation()).requestMediaType());
        return exchange.requestBody().length > (bytes ? LARGEST_ARTIFACT : LARGEST_JSON);
    }
}
