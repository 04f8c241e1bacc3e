/**
 * Messages: the checks of their format, order, number and way from one implementation to the other's consumer, and what the
 * contract promises of those that requests caused. Knows no Redis. May use {@code contract}, {@code observation} and {@code check}.
 */
package crosscheck.messaging;
