package crosscheck.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import crosscheck.compare.FindingId;

/**
 * One difference or broken promise, with what both sides showed.
 *
 * @param id stable across runs: {@link FindingId#fingerprint()} of suite, operation, kind, path and side
 * @param suite the gate family that it counts against, for example {@code invariant.single-assignment}
 * @param operation the contract's operation it was seen in, or empty
 * @param kind what sort of difference, kebab-case
 * @param path where: a JSON path, header name, table and column, without what changes from run to run; or empty
 * @param python what python showed, or {@code null}
 * @param rust what rust showed, or {@code null}
 * @param status {@code open} (it gates), {@code accepted} (by the ledger) or {@code noted} (the byte layer alone saw it)
 * @param side {@code python} or {@code rust} where that one alone breaks a promise, else empty
 * @param occurrences how often it was seen
 * @param rule what the contract says of it, or {@code null}
 * @param example the requests that showed it first, or {@code null} where no single ones did
 */
public record Finding(
        String id,
        String suite,
        String operation,
        String kind,
        String path,
        String python,
        String rust,
        String status,
        String side,
        long occurrences,
        String rule,
        Example example) {

    /**
     * Where to see it.
     *
     * @param check the check's id; empty where the load showed it
     * @param path where in its answer, message or row, with keys
     * @param pythonCurl the request to python as a shell command, or {@code null}
     * @param rustCurl the request to rust as a shell command, or {@code null}
     * @param replay the command that plays the check again, alone; empty where load showed it
     */
    public record Example(String check, String path, String pythonCurl, String rustCurl, String replay) {}

    static Finding of(
            FindingId id, String python, String rust, String status, long occurrences, String rule, Example example) {
        return new Finding(
                id.fingerprint(),
                id.suite(),
                id.operation(),
                id.kind(),
                id.place(),
                python,
                rust,
                status,
                id.side(),
                occurrences,
                rule,
                example);
    }

    /** What the ledger knows it by. */
    public FindingId identity() {
        return new FindingId(suite, operation, kind, path, side);
    }

    @JsonIgnore
    public boolean isOpen() {
        return status.equals("open");
    }

    Finding accepted() {
        return new Finding(
                id, suite, operation, kind, path, python, rust, "accepted", side, occurrences, rule, example);
    }
}
