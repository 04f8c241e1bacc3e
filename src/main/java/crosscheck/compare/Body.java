package crosscheck.compare;

import crosscheck.compare.Difference.Kind;
import crosscheck.contract.Json;
import crosscheck.contract.MediaType;
import crosscheck.contract.Reply;
import crosscheck.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A body, read as JSON where the contract or the answer itself says that it is.
 *
 * @param json {@code null} if it is none
 * @param malformed why it is no JSON although it should be, else {@code null}
 */
record Body(byte[] bytes, Json json, String malformed) {
    private static final int SHOWN = 16;

    static Body of(Reply reply, Optional<ResponseSpec> promised) {
        boolean promisedJson = promised.flatMap(ResponseSpec::schema).isPresent();
        boolean saysJson = reply.header("Content-Type")
                .filter(type -> MediaType.parse(type).type().equals(MediaType.JSON))
                .isPresent();
        if (!promisedJson && !(saysJson && reply.body().length > 0)) {
            return new Body(reply.body(), null, null);
        }
        return json(reply.body());
    }

    static Body json(byte[] bytes) {
        try {
            return new Body(bytes, Json.parse(bytes), null);
        } catch (Json.Malformed e) {
            return new Body(bytes, null, e.getMessage());
        }
    }

    /** Every difference of values; of bytes only where either is no JSON. */
    static List<Difference> differences(Body python, Body rust, Shape shape, Minted minted) {
        if (python.json == null || rust.json == null) {
            return differences(python, rust);
        }
        List<Difference> found = new ArrayList<>(duplicates(python.json, rust.json));
        found.addAll(JsonComparison.differences(shape, JsonPath.ROOT, python.json.root(), rust.json.root(), minted));
        return found;
    }

    private static List<Difference> differences(Body python, Body rust) {
        if (python.malformed == null ^ rust.malformed == null) {
            return List.of(difference(Kind.MALFORMED, python.summary(), rust.summary(), "the body is JSON"));
        }
        int at = Arrays.mismatch(python.bytes, rust.bytes);
        if (at < 0) {
            return List.of();
        }
        Kind kind = python.bytes.length == rust.bytes.length ? Kind.VALUE : Kind.LENGTH;
        return List.of(difference(kind, python.summary(at), rust.summary(at), "the bytes are equal"));
    }

    /** Keys that only one side repeats. */
    private static List<Difference> duplicates(Json python, Json rust) {
        List<Difference> found = new ArrayList<>();
        for (String key : python.duplicateKeys()) {
            if (!rust.duplicateKeys().contains(key)) {
                found.add(duplicate(key, "repeated", "once"));
            }
        }
        for (String key : rust.duplicateKeys()) {
            if (!python.duplicateKeys().contains(key)) {
                found.add(duplicate(key, "once", "repeated"));
            }
        }
        return found;
    }

    private static Difference duplicate(String key, String python, String rust) {
        String place = key.replaceAll("\\.\\d+(?=\\.|$)", "[]");
        return new Difference(Kind.DUPLICATE_KEY, key, place, python, rust, "a key is there once");
    }

    private static Difference difference(Kind kind, String python, String rust, String rule) {
        return new Difference(kind, "body", "body", python, rust, rule);
    }

    private String summary() {
        return malformed == null ? "JSON" : bytes.length + " bytes, " + malformed;
    }

    private String summary(int at) {
        int end = Math.min(bytes.length, at + SHOWN);
        String shown = at < end ? HexFormat.of().formatHex(bytes, at, end) : "end";
        return bytes.length + " bytes, from byte " + at + ": " + shown;
    }
}
