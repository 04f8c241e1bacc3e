/**
 * Messages of the checks: which request caused which, and what the contract promises of them. Pure functions of what was
 * observed; knows no Redis. May use {@code contract}, {@code observation} and {@code check}.
 */
package crosscheck.messaging;
