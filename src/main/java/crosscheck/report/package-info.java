/**
 * What a person or a build reads of a run: the page, the console's table, JUnit XML, Markdown and the list of runs, all made
 * from the run folder and its result, at any time and as often as wanted. Decides nothing: verdicts come from {@code verdict}.
 * May use {@code contract}, {@code configuration}, {@code observation}, {@code capacity} and {@code verdict}.
 */
package crosscheck.report;
