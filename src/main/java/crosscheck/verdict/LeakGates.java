package crosscheck.verdict;

import static crosscheck.verdict.Numbers.plain;

import crosscheck.contract.Implementation;
import java.util.List;
import java.util.stream.Stream;

/** {@code memory.leak}, {@code connections.leak}, {@code descriptors.leak}, {@code threads.leak} of each side. */
record LeakGates(Evidence evidence, Leaks leaks) {

    List<Question> questions() {
        return evidence.implementations().stream()
                .flatMap(side -> Stream.of(Leaks.Resource.values()).map(resource -> question(side, resource)))
                .toList();
    }

    private Question question(Implementation side, Leaks.Resource resource) {
        return new Question(
                resource.id() + ".leak",
                "resources",
                side,
                "< " + plain(leaks.threshold(resource)),
                resource.quantity().unit() + "/min",
                () -> answer(leaks.trend(side, resource))
                        .unless(Evidence.unfinished(evidence.phases(side)))
                        .passUnless(evidence.unloaded(side)));
    }

    private static Answer answer(ResourceTrend trend) {
        return new Answer(trend.verdict(), trend.slopePerMinute(), trend.samples(), trend.reason());
    }
}
