package crosscheck.verdict;

import java.util.List;

/** Gates that ask for no open finding. */
record FindingGates(List<Finding> findings) {

    List<Question> questions() {
        return List.of(
                new Question("data.transactions", "data", null, "0", "open findings", () -> open("data.transactions")));
    }

    private Answer open(String suite) {
        List<Finding> open = findings.stream()
                .filter(finding ->
                        finding.suite().equals(suite) && finding.status().equals("open"))
                .toList();
        return open.isEmpty()
                ? Answer.skipped("no transaction was found open under load; the functional checks were not run")
                : Answer.of(
                        false,
                        open.size(),
                        open.size(),
                        open.size() + " open findings: " + open.get(0).kind());
    }
}
