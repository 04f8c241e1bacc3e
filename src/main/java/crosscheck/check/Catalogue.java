package crosscheck.check;

import crosscheck.contract.Contract;
import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** All functional checks. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Check> checks(Contract contract) {
        RequestSpec assign =
                new RequestSpec(Service.RUNNER, "GET", "/api/queue/next", Map.of("X-Worker-Name", "worker-1"), null);
        RequestSpec result = new RequestSpec(
                Service.RUNNER,
                "POST",
                "/api/runs/${assign#/run_id}/result",
                Map.of("Content-Type", "application/json"),
                "{\"result_code\":\"success\",\"result\":{},\"logfilenames\":[]}".getBytes(StandardCharsets.UTF_8));
        return List.of(
                new Check(
                        "api/list-queue/200",
                        "api.parity",
                        true,
                        Cast.EACH,
                        List.of(Step.Send.of(
                                "list",
                                "list-queue",
                                new RequestSpec(Service.RUNNER, "GET", "/api/queue", Map.of(), null)))),
                new Check(
                        "api/submit-result/201",
                        "api.parity",
                        true,
                        Cast.EACH,
                        List.of(
                                Step.Send.of("assign", "assign", assign),
                                Step.Send.of("result", "submit-result", result).holdingTheCommit())),
                new Check(
                        "errors/database-away",
                        "errors.propagation",
                        false,
                        Cast.EACH,
                        List.of(
                                new Step.Cut("cut", Step.Server.DATABASE),
                                Step.Send.of("assign", "assign", assign),
                                new Step.Mend("mend", Step.Server.DATABASE))));
    }
}
