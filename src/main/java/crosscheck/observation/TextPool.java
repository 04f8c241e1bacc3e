package crosscheck.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts that occur again and again, decoded once: a fixed table in which a newcomer replaces whoever had its place. */
final class TextPool {
    private static final int SIZE = 1024;

    private final byte[][] keys = new byte[SIZE][];
    private final String[] texts = new String[SIZE];

    /** The text of {@code bytes[start, end)}, which is UTF-8. */
    String get(byte[] bytes, int start, int end) {
        if (start == end) {
            return "";
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 10) & (SIZE - 1);
        byte[] key = keys[slot];
        if (key == null || !matches(key, bytes, start, end)) {
            keys[slot] = Arrays.copyOfRange(bytes, start, end);
            texts[slot] = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        return texts[slot];
    }

    private static boolean matches(byte[] key, byte[] bytes, int start, int end) {
        return Arrays.equals(key, 0, key.length, bytes, start, end);
    }
}
