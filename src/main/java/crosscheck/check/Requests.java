package crosscheck.check;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import crosscheck.contract.Contract;
import crosscheck.contract.Dialect;
import crosscheck.contract.MediaType;
import crosscheck.contract.RequestSpec;
import crosscheck.contract.Service;
import crosscheck.contract.StrategyDialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Steps that send: what the contract's operations ask for, and what they do not. */
public final class Requests {
    public static final String CONTENT_TYPE = "Content-Type";

    private static final Pattern PLACEHOLDER = Pattern.compile("%24%7B.*?%7D");

    private final Dialect dialect;

    public Requests(Contract contract) {
        this.dialect = new StrategyDialect(contract);
    }

    /** A well-formed request; its parameters may name what earlier steps were answered. */
    public Send send(String step, Call call) {
        RequestSpec request = dialect.request(call);
        String path = PLACEHOLDER.matcher(request.path()).replaceAll(encoded -> URLDecoder.decode(
                        encoded.group(), StandardCharsets.UTF_8)
                .replace("$", "\\$"));
        return Send.of(
                step,
                call.operation(),
                new RequestSpec(request.service(), request.method(), path, request.headers(), request.body()));
    }

    public Send send(String step, Call call, Body body) {
        return send(step, call.body(body.bytes()));
    }

    /** A request for the runner that no operation of the contract matches. */
    public static Send outside(String step, String method, String path) {
        return Send.of(step, "", new RequestSpec(Service.RUNNER, method, path, Map.of(), null));
    }

    /** The same request with this header, whatever it was before. */
    public static Send with(Send send, String header, String value) {
        Map<String, String> headers = new TreeMap<>(send.request().headers());
        headers.put(header, value);
        return sending(send, headers, send.request().body());
    }

    public static Send without(Send send, String header) {
        Map<String, String> headers = new TreeMap<>(send.request().headers());
        headers.remove(header);
        return sending(send, headers, send.request().body());
    }

    /** The same request with a body that need not be JSON. */
    public static Send withBody(Send send, byte[] body) {
        return sending(send, send.request().headers(), body);
    }

    /** The same request with neither body nor media type. */
    public static Send bare(Send send) {
        return withBody(without(send, CONTENT_TYPE), null);
    }

    /** The same request as JSON text. */
    public static Send withJson(Send send, String json) {
        return withBody(with(send, CONTENT_TYPE, MediaType.JSON), json.getBytes(StandardCharsets.UTF_8));
    }

    public static Send at(Send send, String path) {
        RequestSpec request = send.request();
        return sending(
                send, new RequestSpec(request.service(), request.method(), path, request.headers(), request.body()));
    }

    /** The same request to another service. */
    public static Send served(Service service, Send send) {
        RequestSpec request = send.request();
        return sending(
                send, new RequestSpec(service, request.method(), request.path(), request.headers(), request.body()));
    }

    public static Send named(Send send, String step) {
        return new Send(step, send.operation(), send.request(), send.until(), send.commitHeld());
    }

    private static Send sending(Send send, Map<String, String> headers, byte[] body) {
        RequestSpec request = send.request();
        return sending(send, new RequestSpec(request.service(), request.method(), request.path(), headers, body));
    }

    private static Send sending(Send send, RequestSpec request) {
        return new Send(send.name(), send.operation(), request, send.until(), send.commitHeld());
    }
}
