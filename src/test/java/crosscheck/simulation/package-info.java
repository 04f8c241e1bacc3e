/** What a user runs. Each simulation names its scenarios; everything else is the engine's and the chains'. */
package crosscheck.simulation;
