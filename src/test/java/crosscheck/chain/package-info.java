/** Reusable Gatling chains: one file an operation or a flow, and gates as Gatling's assertions. */
package crosscheck.chain;
