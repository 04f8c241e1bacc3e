package crosscheck.sampling;

/**
 * A process tree at one moment; what one of its processes does not tell, the tree does not tell ({@code null}).
 *
 * @param processes how many processes it has, 0 when it has ended
 * @param used what it has used since sampling began, by processes that have ended too
 */
record TreeReading(
        Integer processes,
        Consumption used,
        Long rssBytes,
        Long privateBytes,
        Long pssBytes,
        Integer threads,
        Long descriptors) {
    static final TreeReading UNKNOWN = new TreeReading(null, null, null, null, null, null, null);
}
