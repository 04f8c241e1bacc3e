package crosscheck.contract;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code Content-Type} (RFC 9110, 8.3) up to what the contract calls the same: upper and lower case of names, the order of
 * parameters, and {@code charset=utf-8} on JSON, which has no other.
 *
 * @param type {@code type/subtype} in lower case
 * @param parameters names in lower case
 */
public record MediaType(String type, Map<String, String> parameters) {
    public static final String JSON = "application/json";
    public static final String BYTES = "application/octet-stream";

    public static MediaType parse(String header) {
        String[] parts = header.split(";");
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] nameAndValue = parts[i].split("=", 2);
            String name = nameAndValue[0].strip().toLowerCase(Locale.ROOT);
            String value = nameAndValue.length == 2 ? unquote(nameAndValue[1].strip()) : "";
            if (!(type.equals(JSON) && name.equals("charset") && value.equalsIgnoreCase("utf-8"))) {
                parameters.put(name, value);
            }
        }
        return new MediaType(type, parameters);
    }

    /** Whether this is the type that the contract names, with nothing added. */
    public boolean is(String contractType) {
        return type.equals(contractType) && parameters.isEmpty();
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
