/**
 * What the user asked for, as checked values: {@code crosscheck-defaults.conf} under {@code crosscheck.conf} under a file of
 * the user's under system properties. May use {@code contract}.
 */
package crosscheck.configuration;
