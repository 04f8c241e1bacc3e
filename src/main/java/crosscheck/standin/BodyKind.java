package crosscheck.standin;

import io.netty.handler.codec.http.HttpUtil;
import java.util.Locale;

/** What a route takes as its body, and how much of it. */
enum BodyKind {
    NONE(0, null),
    JSON(1 << 20, "application/json"),
    BYTES(16 << 20, "application/octet-stream");

    private final int limit;
    private final String mediaType;

    BodyKind(int limit, String mediaType) {
        this.limit = limit;
        this.mediaType = mediaType;
    }

    /** The most bytes that are kept. */
    int limit() {
        return limit;
    }

    /** Checks media type, then size. */
    void check(String contentType, Body body) {
        if (this == NONE) {
            return;
        }
        boolean absent = this == JSON && body.isEmpty();
        if (!absent && !accepts(contentType)) {
            throw Refusal.of(415, "unsupported-media-type", "the body must be " + mediaType);
        }
        if (body.tooLarge()) {
            throw Refusal.of(413, "payload-too-large", "the body is over " + limit + " bytes");
        }
    }

    private boolean accepts(String contentType) {
        if (contentType == null) {
            return false;
        }
        CharSequence type = HttpUtil.getMimeType(contentType);
        CharSequence charset = HttpUtil.getCharsetAsSequence(contentType);
        return type != null
                && type.toString().strip().toLowerCase(Locale.ROOT).equals(mediaType)
                && (charset == null || unquoted(charset).equalsIgnoreCase("utf-8"));
    }

    private static String unquoted(CharSequence value) {
        return value.toString().strip().replaceAll("^\"|\"$", "");
    }
}
