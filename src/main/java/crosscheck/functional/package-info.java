/**
 * Plays functional checks: which request is next, from which state of the database, what its placeholders stand for, and what
 * was observed. Knows no HTTP client; the chains send what it gives out. May use {@code check}, {@code environment} and
 * {@code target}.
 */
package crosscheck.functional;
