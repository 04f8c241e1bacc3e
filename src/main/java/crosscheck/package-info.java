/**
 * crosscheck answers one question for a team that replaces a service by a port in another language: may we switch?
 *
 * <p>The road of the data, a package a station; each may use those before it, never those after:
 *
 * <pre>
 * configuration -&gt; environment, data -&gt; target -&gt; observation -&gt; sampling, consistency -&gt; verdict -&gt; report
 * </pre>
 *
 * Everything from {@code observation} to the right is a pure function of the run folder.
 */
package crosscheck;
