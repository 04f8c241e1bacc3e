package crosscheck.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import crosscheck.contract.RequestSpec;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request whose path, header values and body may have placeholders, as {@link crosscheck.check.Step.Send} says. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][^${}]*)}");

    private final RequestSpec request;

    Template(RequestSpec request) {
        this.request = request;
    }

    /** @param values of placeholders by what is between their braces; {@code null} where there is none */
    RequestSpec fill(Function<String, String> values) throws NoValue {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            headers.put(header.getKey(), filled(header.getValue(), values, value -> value));
        }
        return new RequestSpec(
                request.service(),
                request.method(),
                filled(request.path(), values, Template::percentEncoded),
                headers,
                request.body() == null ? null : filled(request.body(), values));
    }

    /** Byte by byte, so that bytes that are no text stay as they are. */
    private static byte[] filled(byte[] body, Function<String, String> values) throws NoValue {
        UnaryOperator<String> utf8 = value -> new String(value.getBytes(UTF_8), ISO_8859_1);
        return filled(new String(body, ISO_8859_1), values, utf8).getBytes(ISO_8859_1);
    }

    private static String filled(String text, Function<String, String> values, UnaryOperator<String> encoding)
            throws NoValue {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            String value = values.apply(placeholder.group(1));
            if (value == null) {
                throw new NoValue(placeholder.group());
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(encoding.apply(value)));
        }
        return placeholder.appendTail(filled).toString();
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** There is no value for a placeholder. */
    static final class NoValue extends Exception {
        private static final long serialVersionUID = 1L;

        NoValue(String placeholder) {
            super("there is no " + placeholder);
        }
    }
}
