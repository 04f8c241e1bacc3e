/**
 * The embedded implementations: two programs that each keep the whole contract on real PostgreSQL and Redis, and differ by
 * architecture, so that crosscheck has something to measure where the real pair is not at hand. {@link crosscheck.standin.Fault}
 * lists the defects that can be planted in them.
 *
 * <p>May use {@code contract} only; nothing that judges may use it.
 */
package crosscheck.standin;
