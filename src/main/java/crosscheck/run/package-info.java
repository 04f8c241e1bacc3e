/**
 * One run from the configuration to the last line on the console, and the commands beside it. Ties the other packages
 * together; nothing depends on it but simulations.
 */
package crosscheck.run;
