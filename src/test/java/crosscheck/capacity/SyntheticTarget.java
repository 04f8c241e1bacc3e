package crosscheck.capacity;

import crosscheck.observation.Outcome;
import crosscheck.observation.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A target that is computed: when it answers each of a phase's arrivals, and how. */
interface SyntheticTarget {
    long SECOND = 1_000_000;
    long DEADLINE = 5 * SECOND;

    /** @param micros from the arrival to the answer */
    record Reply(long micros, Outcome outcome) {
        static Reply after(double micros) {
            return micros > DEADLINE
                    ? new Reply(DEADLINE, Outcome.TIMEOUT)
                    : new Reply(Math.round(micros), Outcome.SUCCESS);
        }
    }

    /** To be asked once an arrival, in the order of time. */
    interface Answering {
        Reply at(long sentMicros);
    }

    /** A phase begins. */
    Answering begin(Random random);

    /** One thing after the other, {@code rate} a second, as long as it takes. */
    static SyntheticTarget queueing(double rate) {
        return random -> {
            double[] free = {0};
            return at -> {
                free[0] = Math.max(free[0], at) + SECOND / rate;
                return Reply.after(free[0] - at + 3_000 * (1 + random.nextDouble()));
            };
        };
    }

    /** The same with service times that vary as wildly as their mean is long, on several servers. */
    static SyntheticTarget noisy(double rate, int servers) {
        return random -> {
            double[] free = new double[servers];
            return at -> {
                int first = 0;
                for (int i = 1; i < servers; i++) {
                    first = free[i] < free[first] ? i : first;
                }
                double service = -Math.log(1 - random.nextDouble()) * servers * SECOND / rate;
                free[first] = Math.max(free[first], at) + service;
                return Reply.after(free[first] - at);
            };
        };
    }

    /** Answers at once, and refuses what comes sooner than {@code rate} a second. */
    static SyntheticTarget refusing(double rate) {
        return random -> {
            double[] free = {0};
            return at -> {
                if (free[0] > at + 10 * SECOND / rate) {
                    return new Reply(1_000, Outcome.WRONG);
                }
                free[0] = Math.max(free[0], at) + SECOND / rate;
                return Reply.after(4_000);
            };
        };
    }

    /** Once twenty wait for it, everything takes four times as long until nobody waits. */
    static SyntheticTarget convoy(double rate) {
        return random -> {
            double[] free = {0};
            boolean[] convoy = {false};
            return at -> {
                double waiting = (free[0] - at) * rate / SECOND;
                convoy[0] = convoy[0] ? waiting > 0 : waiting > 20;
                free[0] = Math.max(free[0], at) + SECOND / rate * (convoy[0] ? 4 : 1);
                return Reply.after(free[0] - at + 2_000);
            };
        };
    }

    /** What a phase of this target observes; the generator sends no more than {@code generator} a second. */
    static List<RequestRecord> requests(SyntheticTarget target, Turn turn, double generator, Random random) {
        Arrivals arrivals = new Arrivals(turn.stretches(), ProgramTest.MIX, SECOND);
        Answering answering = target.begin(random);
        List<RequestRecord> requests = new ArrayList<>();
        double free = 0;
        for (Optional<Arrivals.Arrival> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            Arrivals.Arrival arrival = next.get();
            free = Math.max(free + SECOND / generator, arrival.plannedMicros());
            long sent = Math.round(free);
            Reply reply = answering.at(sent);
            requests.add(new RequestRecord(
                    0,
                    arrival.scenario().id(),
                    arrival.scenario().id().startsWith("queue") ? "assign" : "submit-result",
                    arrival.plannedMicros(),
                    sent,
                    sent + reply.micros(),
                    reply.outcome(),
                    reply.outcome() == Outcome.TIMEOUT ? 0 : 200,
                    "",
                    0,
                    "",
                    "",
                    0,
                    0));
        }
        return requests;
    }
}
