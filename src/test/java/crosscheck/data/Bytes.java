package crosscheck.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a table's bytes say. */
final class Bytes {
    private Bytes() {}

    static byte[] of(CopyTable table) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            table.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows by column name, still escaped as COPY writes them. */
    static List<Map<String, String>> rows(List<CopyTable> tables, String name) {
        CopyTable table = tables.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> columns = Arrays.asList(table.columns().split(", "));
        return new String(of(table), StandardCharsets.UTF_8)
                .lines()
                .map(line -> row(columns, line.split("\t", -1)))
                .toList();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> row(List<String> columns, String[] fields) {
        return IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, i -> fields[i]));
    }
}
