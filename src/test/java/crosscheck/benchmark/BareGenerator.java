package crosscheck.benchmark;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import crosscheck.contract.Answer;
import crosscheck.contract.AnswerCheck;
import crosscheck.data.Feeders;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gatling alone: the requests of a worker's journey and the checks of their content, and nothing else. */
public final class BareGenerator extends Generator {
    private static final String JSON = "application/json";
    private static final String ASSIGNED = "assigned";
    private static final String CONTENT = "content";

    public BareGenerator() {
        String body = firstResult();
        Matcher code = Pattern.compile("\"result_code\" *: *\"([^\"]*)\"").matcher(body);
        String resultCode = code.find() ? code.group(1) : "";
        drive(scenario("bare")
                .during(DURATION)
                .on(request(
                                http("assign").get(server() + "/api/queue/next").header("X-Worker-Name", "worker-0001"),
                                200,
                                (bytes, session) -> AnswerCheck.assign(200, JSON, null, bytes),
                                ASSIGNED)
                        .exec(request(
                                http("set-item-status")
                                        .put(session -> server() + "/api/queue/"
                                                + assigned(session).item() + "/status")
                                        .header("Content-Type", JSON)
                                        .body(StringBody("{\"status\":\"in_progress\"}")),
                                200,
                                (bytes, session) -> AnswerCheck.setItemStatus(
                                        assigned(session).item(), 200, JSON, bytes),
                                "status"))
                        .exec(session ->
                                session.set(CONTENT, content(assigned(session).run())))
                        .exec(request(
                                http("put-artifact")
                                        .put(session -> server() + "/api/runs/"
                                                + assigned(session).run() + "/artifacts/build.log")
                                        .header("Content-Type", "application/octet-stream")
                                        .body(ByteArrayBody(session -> session.get(CONTENT))),
                                201,
                                (bytes, session) -> {
                                    byte[] content = session.get(CONTENT);
                                    return AnswerCheck.putArtifact(
                                            "build.log", content.length, sha256(content), 201, JSON, bytes);
                                },
                                "artifact"))
                        .exec(request(
                                http("submit-result")
                                        .post(session -> server() + "/api/runs/"
                                                + assigned(session).run() + "/result")
                                        .header("Content-Type", JSON)
                                        .body(StringBody(body)),
                                201,
                                (bytes, session) -> AnswerCheck.submitResult(
                                        assigned(session).run(), resultCode, 201, JSON, bytes),
                                "result")))
                .injectOpen(atOnceUsers(USERS)));
    }

    private static ChainBuilder request(
            HttpRequestActionBuilder request, int status, BiFunction<byte[], Session, Answer> check, String saved) {
        CheckBuilder content = bodyBytes()
                .transformWithSession(check)
                .validate("answer as promised", (answer, session) -> {
                    answer.mismatch().ifPresent(mismatch -> {
                        throw new IllegalStateException(mismatch);
                    });
                    return answer;
                })
                .saveAs(saved);
        return exec(request.check(status().is(status), header("Content-Type").is(JSON), content));
    }

    private static Answer assigned(Session session) {
        return session.get(ASSIGNED);
    }

    private static byte[] content(String run) {
        return ("building " + run + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String firstResult() {
        try (var lines = Files.lines(Path.of("feeders").resolve(Feeders.RESULTS))) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
