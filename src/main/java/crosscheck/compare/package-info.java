/**
 * Are two answers, messages or database states the same under the contract? Bytes, parsed values and what each side was
 * handed out are compared as pure functions of what was observed; every difference is told, with its kind and path. Knows no
 * HTTP, JDBC or Redis; may use {@code contract}.
 */
package crosscheck.compare;
