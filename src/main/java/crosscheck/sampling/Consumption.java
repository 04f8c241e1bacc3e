package crosscheck.sampling;

/**
 * What only ever grows: CPU milliseconds and bytes read from and written to disk. Bytes are {@code null} where they are
 * unknown, and a sum with an unknown part is unknown.
 */
record Consumption(long cpuMillis, Long diskReadBytes, Long diskWriteBytes) {
    static final Consumption NONE = new Consumption(0, 0L, 0L);

    Consumption plus(Consumption other) {
        return new Consumption(
                cpuMillis + other.cpuMillis,
                sum(diskReadBytes, other.diskReadBytes, 1),
                sum(diskWriteBytes, other.diskWriteBytes, 1));
    }

    Consumption minus(Consumption other) {
        return new Consumption(
                cpuMillis - other.cpuMillis,
                sum(diskReadBytes, other.diskReadBytes, -1),
                sum(diskWriteBytes, other.diskWriteBytes, -1));
    }

    private static Long sum(Long left, Long right, int sign) {
        return left == null || right == null ? null : Long.valueOf(left + sign * right);
    }
}
