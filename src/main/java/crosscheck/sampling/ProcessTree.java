package crosscheck.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One implementation's processes, followed from reading to reading while they come and go. */
final class ProcessTree {
    /** Start times are told to a second; a process id does not come round that fast. */
    private static final long SAME_START_MILLIS = 1_000;

    private final ProcessReader reader;
    private final long sinceMillis;
    private Map<Long, Member> members = new HashMap<>();
    private Consumption ofEnded = Consumption.NONE;
    private long ofUnseenMillis;

    /** A process with what it had used before sampling began. */
    private record Member(ProcessReading reading, Consumption before) {
        Consumption used() {
            return reading.used().minus(before);
        }

        boolean isSameProcess(ProcessReading later) {
            return Math.abs(reading.startMillis() - later.startMillis()) <= SAME_START_MILLIS
                    && later.used().cpuMillis() >= reading.used().cpuMillis();
        }
    }

    /** @param sinceMillis when sampling began, wall clock: what older processes had used by then does not count */
    ProcessTree(ProcessReader reader, long sinceMillis) {
        this.reader = reader;
        this.sinceMillis = sinceMillis;
    }

    /**
     * Reads these processes; earlier members that are not among them any more have ended.
     *
     * @param proportional whether to read proportional set sizes
     */
    TreeReading read(Set<Long> pids, boolean proportional) {
        Map<Long, Member> now = new HashMap<>();
        for (long pid : pids) {
            reader.read(pid, proportional).ifPresent(found -> now.put(pid, member(pid, found)));
        }
        List<Member> ended = members.entrySet().stream()
                .filter(earlier -> !goesOn(earlier.getKey(), now))
                .map(Map.Entry::getValue)
                .toList();
        ended.forEach(member -> ofEnded = ofEnded.plus(member.used()));
        ofUnseenMillis += unseenMillis(now, ended);
        members = now;
        return total();
    }

    private boolean goesOn(long pid, Map<Long, Member> now) {
        return now.containsKey(pid)
                && members.get(pid).isSameProcess(now.get(pid).reading());
    }

    /** Of children that came and went since the last reading: what parents waited for, less what was counted before it ended. */
    private long unseenMillis(Map<Long, Member> now, List<Member> ended) {
        long waitedFor = 0;
        for (Map.Entry<Long, Member> member : now.entrySet()) {
            long children = member.getValue().reading().childrenCpuMillis();
            if (members.containsKey(member.getKey()) && goesOn(member.getKey(), now)) {
                waitedFor += children - members.get(member.getKey()).reading().childrenCpuMillis();
            } else if (isBornSince(member.getValue().reading())) {
                waitedFor += children;
            }
        }
        long counted = ended.stream()
                .map(Member::reading)
                .mapToLong(reading -> reading.used().cpuMillis() + reading.childrenCpuMillis())
                .sum();
        return Math.max(0, waitedFor - counted);
    }

    private Member member(long pid, ProcessReading reading) {
        Member earlier = members.get(pid);
        if (earlier != null && earlier.isSameProcess(reading)) {
            return new Member(reading, earlier.before());
        }
        return new Member(reading, isBornSince(reading) ? Consumption.NONE : reading.used());
    }

    private boolean isBornSince(ProcessReading reading) {
        return reading.startMillis() > sinceMillis;
    }

    private TreeReading total() {
        Consumption used = members.values().stream()
                .map(Member::used)
                .reduce(ofEnded, Consumption::plus)
                .plus(new Consumption(ofUnseenMillis, 0L, 0L));
        if (members.isEmpty()) {
            return new TreeReading(0, used, null, null, null, null, null);
        }
        return new TreeReading(
                members.size(),
                used,
                sum(ProcessReading::rssBytes),
                sum(ProcessReading::privateBytes),
                sum(ProcessReading::pssBytes),
                members.values().stream()
                        .mapToInt(member -> member.reading().threads())
                        .sum(),
                sum(ProcessReading::descriptors));
    }

    private Long sum(Function<ProcessReading, Long> value) {
        long sum = 0;
        for (Member member : members.values()) {
            Long part = value.apply(member.reading());
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return sum;
    }
}
