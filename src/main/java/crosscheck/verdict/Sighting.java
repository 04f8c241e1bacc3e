package crosscheck.verdict;

import crosscheck.compare.Difference;
import crosscheck.compare.FindingId;
import crosscheck.contract.FindingKind;
import crosscheck.contract.Implementation;
import crosscheck.messaging.Breach;
import crosscheck.observation.ExchangeRecord;

/**
 * One occurrence of a finding.
 *
 * @param suite the gate that it counts against
 * @param path where it was, with what changes from run to run
 * @param oneSided whether it is a promise that a side breaks by itself, rather than a difference
 * @param gates whether it counts; noted only, if not
 * @param python what python showed, or {@code null}
 * @param rust what rust showed, or {@code null}
 * @param check that showed it; empty for load
 * @param pythonExchange the request that shows it, or {@code null}
 * @param rustExchange the request that shows it, or {@code null}
 */
record Sighting(
        String suite,
        String operation,
        FindingKind kind,
        String place,
        String path,
        boolean oneSided,
        boolean gates,
        String python,
        String rust,
        String rule,
        String check,
        ExchangeRecord pythonExchange,
        ExchangeRecord rustExchange) {

    /** @param check in two casts of which it was found; empty for load */
    static Sighting of(
            String suite,
            String operation,
            Difference found,
            String check,
            ExchangeRecord python,
            ExchangeRecord rust) {
        return new Sighting(
                suite,
                operation,
                found.kind(),
                found.place(),
                found.path(),
                false,
                found.kind().gates(),
                found.python(),
                found.rust(),
                found.rule(),
                check,
                python,
                rust);
    }

    /** A promise that one cast of a check breaks. */
    static Sighting of(Breach breach, String check) {
        boolean python = breach.side() == Implementation.PYTHON;
        return new Sighting(
                breach.suite(),
                breach.operation(),
                breach.kind(),
                breach.place(),
                breach.place(),
                true,
                true,
                python ? breach.shown() : null,
                python ? null : breach.shown(),
                breach.rule(),
                check,
                python ? breach.exchange() : null,
                python ? null : breach.exchange());
    }

    /** The bodies of requests are large, and their commands are made already. */
    Sighting withoutExchanges() {
        return new Sighting(
                suite, operation, kind, place, path, oneSided, gates, python, rust, rule, check, null, null);
    }

    FindingId id(String side) {
        return new FindingId(suite, operation, kind.id(), place, side);
    }
}
