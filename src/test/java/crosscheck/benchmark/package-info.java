/**
 * What crosscheck itself costs, as ratios of what was measured in one run: {@code mvn test-compile exec:exec@benchmark}. Nothing
 * here is a test; {@code docs/benchmark.md} says what is measured and what came of it.
 */
package crosscheck.benchmark;
