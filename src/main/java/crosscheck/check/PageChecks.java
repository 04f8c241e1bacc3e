package crosscheck.check;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.List;
import java.util.stream.Stream;

/** Pages of lists. */
final class PageChecks implements Area {
    private static final List<String> LISTS = List.of("list-runs", "list-queue", "list-codebases");
    private static final List<String> NO_NUMBERS = List.of("abc", "1.5", "-1", "1e1", "99999999999999999999");

    private final Requests requests;

    PageChecks(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Stream<Chain> chains() {
        return LISTS.stream()
                .flatMap(list -> Stream.of(
                        rule("accepted/" + list)
                                .core()
                                .then(
                                        page(list, "default", "", ""),
                                        page(list, "smallest", "1", "0"),
                                        page(list, "largest", "1000", ""),
                                        page(list, "middle", "7", "3"),
                                        page(list, "beyond", "", "2000000000"),
                                        page(list, "beyond-32-bits", "", "4294967296")),
                        rule("refused/" + list)
                                .core()
                                .then(Stream.concat(
                                                Stream.of(
                                                        page(list, "limit-0", "0", ""),
                                                        page(list, "limit-1001", "1001", "")),
                                                NO_NUMBERS.stream()
                                                        .flatMap(number -> Stream.of(
                                                                page(list, "limit-" + number, number, ""),
                                                                page(list, "offset-" + number, "", number))))
                                        .filter(step -> !step.name().equals("offset-99999999999999999999"))
                                        .toList())));
    }

    private static Chain rule(String id) {
        return Chain.of("api.parity", "rule/pages/" + id);
    }

    private Send page(String list, String step, String limit, String offset) {
        return requests.send(step, Call.of(list).with("limit", limit).with("offset", offset));
    }
}
