package crosscheck.run;

import crosscheck.target.TargetInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was driven, as the plan keeps it. */
final class TargetFacts {
    private TargetFacts() {}

    static Map<String, Object> of(List<TargetInfo> targets) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (TargetInfo target : targets) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("how", target.how().name().toLowerCase(Locale.ROOT));
            fact.put("services", target.services());
            fact.put("identity", target.identity());
            fact.put("processes", target.pids());
            if (!target.pidsUnknown().isEmpty()) {
                fact.put("processes-unknown", target.pidsUnknown());
            }
            facts.put(target.name(), fact);
        }
        return facts;
    }
}
