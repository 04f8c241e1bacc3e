package crosscheck.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import crosscheck.compare.Difference.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two lists, in time linear in their size. Elements are paired by the key that the contract gives them; without one, equal
 * elements are paired first, and what is left between the same neighbours is compared in turn, so that one element less in
 * the middle is one difference and not one for each that follows.
 */
final class ArrayComparison {
    private static final int NONE = -1;

    private final JsonComparison comparison;
    private final JsonPath at;
    private final JsonNode python;
    private final JsonNode rust;
    private final Shape element;
    private final List<String> key;
    private final boolean ordered;
    private final int[] partner;

    ArrayComparison(JsonComparison comparison, Shape shape, JsonPath at, JsonNode python, JsonNode rust) {
        this.comparison = comparison;
        this.at = at;
        this.python = python;
        this.rust = rust;
        this.element = JsonComparison.element(shape);
        this.key = shape instanceof Shape.Elements elements ? elements.key() : List.of();
        this.ordered = !(shape instanceof Shape.Elements elements) || elements.ordered();
        this.partner = new int[python.size()];
        Arrays.fill(partner, NONE);
    }

    void run() {
        if (ordered && python.size() != rust.size()) {
            comparison.report(
                    Kind.LENGTH,
                    at,
                    IntNode.valueOf(python.size()),
                    IntNode.valueOf(rust.size()),
                    "numbers of elements");
        }
        List<String> p = identities(python, new Canonical(comparison.minted(), true));
        List<String> r = identities(rust, new Canonical(comparison.minted(), false));
        boolean keyed = p != null && r != null;
        if (!keyed) {
            p = contents(python, new Canonical(comparison.minted(), true));
            r = contents(rust, new Canonical(comparison.minted(), false));
        }
        pairEqual(p, r);
        if (ordered) {
            reportOrder(keyed);
        }
        if (!keyed) {
            pairBetween();
        }
        compareElements(keyed);
    }

    /** The elements' keys; {@code null} if they have none, or not each its own. */
    private List<String> identities(JsonNode array, Canonical canonical) {
        if (key.isEmpty()) {
            return null;
        }
        List<String> keys = new ArrayList<>();
        for (JsonNode item : array) {
            StringBuilder identity = new StringBuilder();
            for (String name : key) {
                if (!item.has(name)) {
                    return null;
                }
                Shape shape = JsonComparison.field(element, item, name);
                identity.append(canonical.text(shape, item.get(name))).append(' ');
            }
            keys.add(identity.toString());
        }
        return new HashSet<>(keys).size() == keys.size() ? keys : null;
    }

    private List<String> contents(JsonNode array, Canonical canonical) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(canonical.text(element, item)));
        return texts;
    }

    private void pairEqual(List<String> p, List<String> r) {
        Map<String, Deque<Integer>> positions = new HashMap<>();
        for (int j = 0; j < r.size(); j++) {
            positions.computeIfAbsent(r.get(j), text -> new ArrayDeque<>()).add(j);
        }
        for (int i = 0; i < p.size(); i++) {
            Deque<Integer> left = positions.get(p.get(i));
            if (left != null && !left.isEmpty()) {
                partner[i] = left.poll();
            }
        }
    }

    private void reportOrder(boolean keyed) {
        int[] paired = Arrays.stream(partner).filter(j -> j != NONE).toArray();
        int[] sorted = paired.clone();
        Arrays.sort(sorted);
        if (!Arrays.equals(paired, sorted)) {
            List<String> p = new ArrayList<>();
            for (int i = 0; i < partner.length; i++) {
                if (partner[i] != NONE) {
                    p.add(keyed ? label(python, i, true) : python.get(i).toString());
                }
            }
            List<String> r = Arrays.stream(sorted)
                    .mapToObj(j -> keyed ? label(rust, j, true) : rust.get(j).toString())
                    .toList();
            comparison.report(
                    Kind.ORDER,
                    at,
                    TextNode.valueOf(p.toString()),
                    TextNode.valueOf(r.toString()),
                    "order of elements");
        }
    }

    /** Pairs what is left between the same two neighbours, in turn. */
    private void pairBetween() {
        boolean[] taken = new boolean[rust.size()];
        Arrays.stream(partner).filter(j -> j != NONE).forEach(j -> taken[j] = true);
        Map<Integer, Deque<Integer>> leftByGap = new HashMap<>();
        int gap = 0;
        for (int j = 0; j < taken.length; j++) {
            if (taken[j]) {
                gap++;
            } else {
                leftByGap.computeIfAbsent(gap, g -> new ArrayDeque<>()).add(j);
            }
        }
        gap = 0;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] != NONE) {
                gap++;
            } else if (leftByGap.containsKey(gap) && !leftByGap.get(gap).isEmpty()) {
                partner[i] = leftByGap.get(gap).poll();
            }
        }
    }

    private void compareElements(boolean keyed) {
        boolean[] taken = new boolean[rust.size()];
        for (int i = 0; i < partner.length; i++) {
            JsonPath path = at.element(label(python, i, keyed));
            if (partner[i] == NONE) {
                comparison.report(Kind.MISSING, path, python.get(i), null, "only one side has this element");
            } else {
                taken[partner[i]] = true;
                comparison.compare(element, path, python.get(i), rust.get(partner[i]));
            }
        }
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                JsonPath path = at.element(label(rust, j, keyed));
                comparison.report(Kind.EXTRA, path, null, rust.get(j), "only one side has this element");
            }
        }
    }

    private String label(JsonNode array, int index, boolean keyed) {
        return keyed
                ? key.stream()
                        .map(name -> name + '=' + array.get(index).get(name).asText())
                        .collect(Collectors.joining(","))
                : Integer.toString(index);
    }
}
