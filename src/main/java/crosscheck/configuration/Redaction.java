package crosscheck.configuration;

import java.util.regex.Pattern;

/** Takes credentials out of text that is shown or stored: user and password of URLs, and values named as secrets. */
public final class Redaction {
    /** Up to the last @ of a word, since passwords are not always percent-encoded. */
    private static final Pattern USER_INFO = Pattern.compile("://[^\\s\"']*@");

    private static final Pattern NAMED = Pattern.compile("(?i)(passw(?:or)?d|secret|token)=[^&\\s\"']+");

    private Redaction() {}

    /** The text without credentials; everything else is as it was. */
    public static String of(String text) {
        String withoutUsers = USER_INFO.matcher(text).replaceAll("://");
        return NAMED.matcher(withoutUsers).replaceAll("$1=***");
    }
}
