package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import crosscheck.compare.Difference.Kind;
import crosscheck.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what two JSON texts of the same meaning differ as bytes: the layer that is told and graded but counts for nothing by
 * itself. What was minted differs anyway and is no matter of spelling.
 */
enum Spelling {
    KEY_ORDER,
    WHITE_SPACE,
    ESCAPES,
    NUMBER_FORM,
    TIME_FORM;

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.0-9eE]+|true|false|null|[{}\\[\\]:,]");

    /** One difference for each manner of spelling in which the texts differ. */
    static List<Difference> differences(byte[] python, byte[] rust) {
        List<Difference> found = new ArrayList<>();
        for (Spelling manner : manners(text(python), text(rust))) {
            String name = manner.name().toLowerCase(Locale.ROOT).replace('_', '-');
            found.add(new Difference(
                    Kind.BYTES, name, name, python.length + " bytes", rust.length + " bytes", "the bytes may differ"));
        }
        return found;
    }

    static Set<Spelling> manners(String python, String rust) {
        Set<Spelling> found = EnumSet.noneOf(Spelling.class);
        List<String> p = new ArrayList<>();
        List<String> r = new ArrayList<>();
        if (!tokens(python, p).equals(tokens(rust, r))) {
            found.add(WHITE_SPACE);
        }
        if (!keys(python).equals(keys(rust)) || p.size() != r.size()) {
            found.add(KEY_ORDER);
            return found;
        }
        for (int i = 0; i < p.size(); i++) {
            if (!p.get(i).equals(r.get(i))) {
                manner(p.get(i), r.get(i), found);
            }
        }
        return found;
    }

    private static void manner(String python, String rust, Set<Spelling> found) {
        JsonNode p = value(python);
        JsonNode r = value(rust);
        if (p.isNumber() && r.isNumber() && p.decimalValue().compareTo(r.decimalValue()) == 0) {
            found.add(NUMBER_FORM);
        } else if (p.isTextual() && p.equals(r)) {
            found.add(ESCAPES);
        } else if (p.isTextual() && r.isTextual() && sameTime(p.textValue(), r.textValue())) {
            found.add(TIME_FORM);
        }
    }

    private static boolean sameTime(String python, String rust) {
        return Timestamp.parse(python)
                .flatMap(p -> Timestamp.parse(rust).map(r -> p.value().equals(r.value())))
                .orElse(false);
    }

    /** Collects the tokens and gives the white space before each. */
    private static List<String> tokens(String json, List<String> tokens) {
        List<String> space = new ArrayList<>();
        String before = "";
        Matcher matcher = TOKEN.matcher(json);
        while (matcher.find()) {
            if (matcher.group().isBlank()) {
                before = matcher.group();
            } else {
                tokens.add(matcher.group());
                space.add(before);
                before = "";
            }
        }
        space.add(before);
        return space;
    }

    private static List<String> keys(String json) {
        List<String> keys = new ArrayList<>();
        collectKeys(value(json), keys);
        return keys;
    }

    private static void collectKeys(JsonNode node, List<String> keys) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        node.forEach(child -> collectKeys(child, keys));
    }

    /** What a text says; nothing where it is punctuation alone. */
    private static JsonNode value(String json) {
        try {
            return Json.parse(json).root();
        } catch (Json.Malformed e) {
            return MissingNode.getInstance();
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
