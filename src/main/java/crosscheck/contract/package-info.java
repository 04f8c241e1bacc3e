/**
 * The API under test as data: who the implementations and services are, which operations they promise and how each
 * dialect maps an operation to a request. Uses nothing of crosscheck but {@link crosscheck.RunError}.
 */
package crosscheck.contract;
