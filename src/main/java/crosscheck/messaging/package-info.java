/**
 * Checks of messages: the format of each topic, the way from one implementation to the other's consumer, their order and
 * number. May use {@code check} and {@code contract}.
 */
package crosscheck.messaging;
