package crosscheck.configuration;

import java.util.ArrayList;
import java.util.List;

/** Splits one line into words: at commas for lists, as a POSIX shell would for commands. */
final class Words {
    private Words() {}

    static List<String> ofList(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /**
     * Quotes and backslashes as in a shell; nothing is expanded.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<String> ofCommand(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            if (word == null) {
                word = new StringBuilder();
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " is not closed");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
