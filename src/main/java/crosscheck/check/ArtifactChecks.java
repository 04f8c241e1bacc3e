package crosscheck.check;

import static crosscheck.check.Given.RUN;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Files of runs: put, listed, got. */
final class ArtifactChecks implements Area {
    private static final byte[] LOG = "built\n".getBytes(StandardCharsets.UTF_8);
    private static final int LIMIT = 16 << 20;
    private static final int LONGEST_NAME = 128;

    private final Requests requests;
    private final Given given;

    ArtifactChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        return Stream.of(
                api("put-artifact/201")
                        .core()
                        .then(given.run(), put("put", "build.log", everyByte), get("get", "build.log")),
                api("put-artifact/200")
                        .core()
                        .then(
                                given.run(),
                                put("put", "build.log", everyByte),
                                put("replace", "build.log", LOG),
                                get("get", "build.log")),
                api("put-artifact/201/line-ends")
                        .then(
                                given.run(),
                                put("put", "build.log", " \ufeffa\r\nb\rc\n\n ".getBytes(StandardCharsets.UTF_8)),
                                get("get", "build.log")),
                api("put-artifact/201/empty").then(given.run(), put("put", "empty", new byte[0]), get("get", "empty")),
                api("put-artifact/201/names")
                        .then(
                                given.run(),
                                put("longest", "n".repeat(LONGEST_NAME), LOG),
                                put("punctuation", "A-z_0.9", LOG),
                                put("dots", "...", LOG),
                                given.readArtifacts("list", RUN)),
                api("put-artifact/404")
                        .core()
                        .then(
                                given.artifact("absent", Given.NO_UUID, "build.log", LOG),
                                given.artifact("text", "abc", "build.log", LOG)),
                api("put-artifact/413").core().then(given.run(), put("one-over", "large", new byte[LIMIT + 1])),
                api("put-artifact/201/largest").then(given.run(), put("largest", "large", new byte[LIMIT])),
                api("put-artifact/415")
                        .core()
                        .then(
                                given.run(),
                                Requests.with(put("json", "build.log", LOG), Requests.CONTENT_TYPE, "application/json"),
                                Requests.without(put("missing", "build.log", LOG), Requests.CONTENT_TYPE),
                                given.readArtifacts("list", RUN)),
                api("put-artifact/422")
                        .core()
                        .then(
                                given.run(),
                                put("space", "build log", LOG),
                                put("letter", "b\u00e4u.log", LOG),
                                put("too-long", "n".repeat(LONGEST_NAME + 1), LOG),
                                given.readArtifacts("list", RUN)),
                api("list-artifacts/200")
                        .core()
                        .then(
                                given.run(),
                                put("b", "b", LOG),
                                put("capital", "Z", LOG),
                                put("a", "a", new byte[0]),
                                put("dash", "a-b", LOG),
                                put("dot", "a.b", LOG),
                                given.readArtifacts("list", RUN),
                                requests.send("page", list(RUN).with("limit", 2).with("offset", 1)),
                                requests.send("beyond", list(RUN).with("offset", 5))),
                api("list-artifacts/200/none")
                        .then(given.knownRun(), given.readArtifacts("list", "${known#/items/0/id}")),
                api("list-artifacts/404")
                        .core()
                        .then(given.readArtifacts("absent", Given.NO_UUID), given.readArtifacts("text", "abc")),
                api("list-artifacts/422")
                        .core()
                        .then(
                                given.knownRun(),
                                requests.send(
                                        "limit", list("${known#/items/0/id}").with("limit", 0))),
                api("get-artifact/404")
                        .core()
                        .then(given.run(), get("absent", "build.log"), get("no-name", "build log")),
                api("get-artifact/404/run")
                        .then(
                                requests.send("run-absent", get(Given.NO_UUID, "build.log", "get-artifact")),
                                requests.send("run-text", get("abc", "build.log", "get-artifact"))));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private static Call list(String run) {
        return Call.of("list-artifacts").with("run_id", run);
    }

    private static Call get(String run, String name, String operation) {
        return Call.of(operation).with("run_id", run).with("name", name);
    }

    private Send put(String step, String name, byte[] content) {
        return given.artifact(step, RUN, name, content);
    }

    private Send get(String step, String name) {
        return requests.send(step, get(RUN, name, "get-artifact"));
    }
}
