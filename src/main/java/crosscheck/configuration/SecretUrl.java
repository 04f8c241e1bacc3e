package crosscheck.configuration;

import java.net.URI;

/** A URL that may carry credentials. Printing it never shows them; who must connect asks for {@link #reveal()}. */
public final class SecretUrl {
    private final URI uri;

    public SecretUrl(URI uri) {
        this.uri = uri;
    }

    public URI reveal() {
        return uri;
    }

    /** The URL without user, password and query, for messages, reports and artifacts. */
    @Override
    public String toString() {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }
}
