package crosscheck.target;

/** How a target is had. */
public enum How {
    /** The embedded implementation, started by crosscheck. */
    STAND_IN,
    /** The user's command, started by crosscheck. */
    COMMAND,
    /** Already running; crosscheck neither starts nor stops it. */
    URL
}
