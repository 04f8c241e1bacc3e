package crosscheck.contract;

import java.util.Optional;

/**
 * What a load answer said, as far as invariants need it.
 *
 * @param item the queue id that it named, 0 if none: with status 503 and no mismatch, the queue was empty
 * @param run the run id that it named, empty if none
 * @param bucket the bucket that it named, empty if none
 * @param mismatch what is not as the contract promises, short; empty if nothing
 */
public record Answer(long item, String run, String bucket, Optional<String> mismatch) {
    static Answer wrong(String mismatch) {
        return new Answer(0, "", "", Optional.of(mismatch));
    }
}
