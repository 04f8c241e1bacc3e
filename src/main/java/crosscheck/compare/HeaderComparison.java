package crosscheck.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import crosscheck.compare.Difference.Kind;
import crosscheck.contract.Contract;
import crosscheck.contract.MediaType;
import crosscheck.contract.Reply;
import crosscheck.contract.ResponseSpec;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The headers that the contract speaks of anywhere, also where it does not for this answer; servers add others at will. */
final class HeaderComparison {
    private static final String CONTENT_TYPE = "Content-Type";

    private final Contract contract;
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    HeaderComparison(Contract contract) {
        this.contract = contract;
        contract.operations().forEach(operation -> contract.statuses(operation.id())
                .forEach(status -> addNames(contract.response(operation.id(), status))));
        addNames(contract.routeRefusal(405));
    }

    List<Difference> differences(Optional<ResponseSpec> promised, Reply python, Reply rust, Minted minted) {
        Map<String, Shape> shapes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        promised.ifPresent(spec ->
                spec.headers().forEach(header -> shapes.put(header.name(), Shape.of(header.schema(), contract))));
        List<Difference> found = new ArrayList<>();
        String p = python.header(CONTENT_TYPE).orElse(null);
        String r = rust.header(CONTENT_TYPE).orElse(null);
        if (p == null ? r != null : r == null || !MediaType.parse(p).equals(MediaType.parse(r))) {
            found.add(new Difference(Kind.CONTENT_TYPE, CONTENT_TYPE, CONTENT_TYPE, p, r, "media types are equal"));
        }
        for (String name : names) {
            p = python.header(name).orElse(null);
            r = rust.header(name).orElse(null);
            if (p == null ? r != null : r == null || !same(shapes.getOrDefault(name, Shape.EXACT), p, r, minted)) {
                found.add(new Difference(Kind.HEADER, name, name, p, r, "headers of the contract are equal"));
            }
        }
        return found;
    }

    private static boolean same(Shape shape, String python, String rust, Minted minted) {
        if (shape instanceof Shape.Opaque) {
            return true;
        }
        if (shape instanceof Shape.Tokens) {
            return tokens(python).equals(tokens(rust));
        }
        if (shape instanceof Shape.UrlPath) {
            return decoded(python).equals(decoded(rust));
        }
        if (shape instanceof Shape.Id id) {
            int p = python.lastIndexOf('/') + 1;
            int r = rust.lastIndexOf('/') + 1;
            return python.substring(0, p).equals(rust.substring(0, r))
                    && minted.ids().same(id.kind(), python.substring(p), rust.substring(r));
        }
        return python.equals(rust);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static Set<String> tokens(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private void addNames(Optional<ResponseSpec> response) {
        response.ifPresent(spec -> spec.headers().forEach(header -> names.add(header.name())));
    }
}
