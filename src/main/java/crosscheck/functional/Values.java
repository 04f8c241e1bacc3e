package crosscheck.functional;

import crosscheck.check.Cast;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.util.Locale;
import java.util.stream.Stream;

/** What placeholders stand for, as {@link crosscheck.check.Step.Send} says; {@code null} where there is nothing. */
record Values(Cast cast, Answers answers, Stage stage) {
    private static final String UPPER = "upper:";
    private static final String URL = "url:";
    private static final String CLOSED = "closed";
    private static final String ANSWERS = "answers:";

    String of(String placeholder) {
        if (placeholder.startsWith(UPPER)) {
            String value = of(placeholder.substring(UPPER.length()));
            return value == null ? null : value.toUpperCase(Locale.ROOT);
        }
        if (placeholder.startsWith(URL)) {
            return address(placeholder.substring(URL.length()));
        }
        int hash = placeholder.indexOf('#');
        return hash < 0 ? null : answers.text(placeholder.substring(0, hash), placeholder.substring(hash + 1));
    }

    private String address(String name) {
        if (name.equals(CLOSED)) {
            return stage.closed().toString();
        }
        if (name.startsWith(ANSWERS)) {
            return stage.answering(Integer.parseInt(name.substring(ANSWERS.length())))
                    .toString();
        }
        String[] serviceAndSide = name.split(":", 2);
        Implementation side = serviceAndSide.length < 2 ? cast.of(serviceAndSide[0]) : side(serviceAndSide[1]);
        return Stream.of(Service.values())
                .filter(service -> service.id().equals(serviceAndSide[0]))
                .map(service -> stage.baseUrl(side, service).toString())
                .findFirst()
                .orElse(null);
    }

    private static Implementation side(String id) {
        return Implementation.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
