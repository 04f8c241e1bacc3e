/**
 * Who is compared and where: launches the stand-ins and commands, waits until they and those given by URL are ready, checks
 * that they use this run's database and Redis, knows their processes, notices when one ends, and stops them. May use
 * {@code configuration} and {@code contract}; sends nothing to a target but readiness and preflight.
 */
package crosscheck.target;
