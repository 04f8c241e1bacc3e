/**
 * Whole runs that prove the gates: each planted defect fails exactly what it declares, and the same implementation on both
 * sides nothing but the improvements. Takes minutes a case: {@code mvn verify -Pproof}.
 */
package crosscheck.proof;
