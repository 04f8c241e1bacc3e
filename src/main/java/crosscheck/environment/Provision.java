package crosscheck.environment;

import crosscheck.configuration.SecretUrl;

/** A server, or a part of one, that this run may use until it gives it back. */
interface Provision extends AutoCloseable {
    SecretUrl url();

    /** Ends it or gives it back, leaving nothing of this run; a second call does nothing. */
    @Override
    void close();
}
