package crosscheck.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes of answers. */
final class Answers {
    private Answers() {}

    /** Changes what the operations answer, be it a refusal of theirs. */
    static Defect of(Set<String> operations, UnaryOperator<Response> change) {
        return Defects.around(
                operations,
                handler -> request -> refusalsAnswered(handler).handle(request).thenApply(change));
    }

    /** Changes every answer, those to requests that come to no operation too. */
    static Defect all(UnaryOperator<Response> change) {
        return new Defect() {
            @Override
            public Response leaving(HttpRequest head, Response response) {
                return change.apply(response);
            }
        };
    }

    /** The operation, with a refusal of its own as an answer like any other. */
    static Handler refusalsAnswered(Handler handler) {
        return request -> {
            CompletionStage<Response> answer;
            try {
                answer = handler.handle(request);
            } catch (Refusal refused) {
                return CompletableFuture.completedFuture(refused.response());
            }
            return answer.exceptionally(failure -> {
                if (failure instanceof CompletionException && failure.getCause() instanceof Refusal refused) {
                    return refused.response();
                }
                throw new CompletionException(failure);
            });
        };
    }

    /** Changes answers with one status. */
    static UnaryOperator<Response> where(int status, UnaryOperator<Response> change) {
        return response -> response.status() == status ? change.apply(response) : response;
    }

    /** Changes refusals with one code. */
    static UnaryOperator<Response> whereCode(String code, UnaryOperator<Response> change) {
        return response -> isJson(response)
                        && json(response.body()).at("/error/code").asText().equals(code)
                ? change.apply(response)
                : response;
    }

    /** Changes JSON bodies; one that stays as it is keeps its bytes. */
    static UnaryOperator<Response> body(Consumer<ObjectNode> change) {
        return response -> {
            if (!isJson(response) || !(json(response.body()) instanceof ObjectNode body)) {
                return response;
            }
            ObjectNode changed = body.deepCopy();
            change.accept(changed);
            byte[] bytes = Json.bytes(changed);
            return Arrays.equals(bytes, Json.bytes(body)) ? response : response.withBody(bytes);
        };
    }

    /** Changes JSON bodies as text. */
    static UnaryOperator<Response> text(UnaryOperator<String> change) {
        return response -> response.withBody(change.apply(new String(response.body(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    static boolean isSuccess(Response response) {
        return response.status() / 100 == 2;
    }

    static JsonNode json(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException ourOwn) {
            throw new IllegalStateException(ourOwn);
        }
    }

    private static boolean isJson(Response response) {
        return "application/json".equals(response.contentType());
    }
}
