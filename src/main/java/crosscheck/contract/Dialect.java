package crosscheck.contract;

/** How one API says the operations that crosscheck speaks of. */
public interface Dialect {
    /** The name in configuration: {@code strategy}. */
    String id();

    /**
     * The request that makes this call.
     *
     * @throws IllegalArgumentException if the dialect has no such operation, a required parameter is absent, or one is unknown
     */
    RequestSpec request(Call call);
}
