package crosscheck.check;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.stream.Stream;

/** Candidates: submitted, replaced as a whole. */
final class CandidateChecks implements Area {
    private static final Body MINIMAL = Given.newItem();
    private static final Body WHOLE = MINIMAL.text("command", "brush")
            .json("value", "12.5")
            .json("success_chance", "0.75")
            .json("context", "{\"tags\": [\"a\", \"b\"]}");

    private final Requests requests;
    private final Given given;

    CandidateChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        Body nulls = MINIMAL.json("command", "null")
                .json("value", "null")
                .json("success_chance", "null")
                .json("context", "null");
        return Stream.of(
                api("201/minimal").then(given.codebase(), submit("submit", MINIMAL)),
                api("201/whole").core().then(given.codebase(), submit("submit", WHOLE)),
                api("201/nulls").then(given.codebase(), submit("submit", nulls)),
                api("200/replaces").core().then(given.codebase(), submit("submit", WHOLE), submit("replace", MINIMAL)),
                api("200/same").then(given.codebase(), submit("submit", WHOLE), submit("again", WHOLE)),
                api("404")
                        .core()
                        .then(
                                submit("codebase", WHOLE.text("codebase", Given.UNKNOWN)),
                                submit(
                                        "campaign",
                                        WHOLE.text("codebase", Given.KNOWN_CODEBASE)
                                                .text("campaign", Given.UNKNOWN))),
                api("422/success-chance")
                        .core()
                        .then(
                                given.codebase(),
                                submit("below", WHOLE.json("success_chance", "-0.01")),
                                submit("above", WHOLE.json("success_chance", "1.01")),
                                submit("zero", WHOLE.json("success_chance", "0")),
                                submit("one", WHOLE.json("success_chance", "1"))));
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/submit-candidate/" + id);
    }

    private Send submit(String step, Body body) {
        return requests.send(step, Call.of("submit-candidate"), body);
    }
}
