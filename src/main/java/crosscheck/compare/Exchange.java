package crosscheck.compare;

import crosscheck.contract.Reply;

/**
 * The same request to both sides, from the same database state.
 *
 * @param operation the contract's; empty for a path or method that it does not have
 */
public record Exchange(String operation, Reply python, Window pythonWindow, Reply rust, Window rustWindow) {}
