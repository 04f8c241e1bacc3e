package crosscheck.verdict;

import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.observation.ExchangeRecord;
import crosscheck.observation.Plan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Requests as shell commands.
 *
 * @param targets {@link Plan#targets()}
 */
record Curl(Map<String, Object> targets) {
    private static final int LONGEST_BODY = 4_096;

    String command(ExchangeRecord exchange) {
        byte[] body = exchange.requestBody();
        StringBuilder command = new StringBuilder("curl -sSig --path-as-is");
        if (body != null || !exchange.method().equals("GET")) {
            command.append(" -X ").append(exchange.method());
        }
        command.append(' ').append(quoted(baseUrl(exchange.implementation(), exchange.service()) + exchange.path()));
        exchange.requestHeaders().forEach((name, value) -> command.append(" -H ")
                .append(quoted(value.isEmpty() ? name + ";" : name + ": " + value)));
        if (body == null) {
            return command.toString();
        }
        if (exchange.requestHeaders().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            command.append(" -H 'Content-Type:'");
        }
        if (body.length > LONGEST_BODY) {
            return command + " --data-binary @body  # " + body.length + " bytes, in observations/exchanges.jsonl";
        }
        return text(body)
                .map(text -> command + " --data-binary " + quoted(text))
                .orElseGet(() -> "echo " + Base64.getEncoder().encodeToString(body) + " | base64 -d | " + command
                        + " --data-binary @-");
    }

    /** Where the plan says that the side's service was; the side's name where it does not. */
    private String baseUrl(Implementation side, Service service) {
        return targets.entrySet().stream()
                .filter(target -> target.getKey().split(" ")[0].equals(side.id()))
                .map(target -> ((Map<?, ?>) target.getValue()).get("services"))
                .flatMap(services -> services instanceof Map<?, ?> byService
                        ? Optional.ofNullable(byService.get(service.id())).stream()
                        : Optional.empty().stream())
                .map(String::valueOf)
                .findFirst()
                .orElse("http://" + side.id());
    }

    /** Empty for bytes that a shell cannot pass on as an argument. */
    private static Optional<String> text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            boolean argument = text.indexOf('\0') < 0 && !text.startsWith("@");
            return argument ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
