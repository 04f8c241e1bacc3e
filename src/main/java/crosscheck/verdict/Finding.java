package crosscheck.verdict;

/**
 * One difference or broken promise, with what both sides showed.
 *
 * @param id stable across runs: made of suite, operation, kind and path
 * @param suite the gate family that it counts against, for example {@code invariant.single-assignment}
 * @param operation the contract's operation it was seen in, or empty
 * @param kind what sort of difference, kebab-case
 * @param path where: a JSON path, header name, table and column; or empty
 * @param python what python showed, or {@code null}
 * @param rust what rust showed, or {@code null}
 * @param status {@code open} (it gates), {@code accepted} (by the ledger) or {@code noted} (the byte layer alone saw it)
 */
public record Finding(
        String id,
        String suite,
        String operation,
        String kind,
        String path,
        String python,
        String rust,
        String status) {}
