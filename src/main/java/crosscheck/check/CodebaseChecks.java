package crosscheck.check;

import static crosscheck.check.Given.CODEBASE;

import crosscheck.check.Step.Send;
import crosscheck.contract.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codebases: created, read, listed, replaced. */
final class CodebaseChecks implements Area {
    private static final Body WHOLE = Body.EMPTY
            .text("name", CODEBASE)
            .text("branch_url", "https://vcs.example.org/git/crosscheck")
            .text("vcs_type", "git")
            .text("subpath", "packaging")
            .json("value", "1.50");

    private final Requests requests;
    private final Given given;

    CodebaseChecks(Requests requests, Given given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Stream<Chain> chains() {
        Body nulls = WHOLE.json("branch_url", "null")
                .json("vcs_type", "null")
                .json("subpath", "null")
                .json("value", "null");
        return Stream.of(
                api("create-codebase/201/name").then(given.codebase(), get("read", CODEBASE)),
                api("create-codebase/201/whole").core().then(create("create", WHOLE), get("read", CODEBASE)),
                api("create-codebase/201/nulls").then(create("create", nulls), get("read", CODEBASE)),
                api("create-codebase/201/systems")
                        .then(Stream.of("git", "bzr", "hg", "svn")
                                .map(system -> create(
                                        system, WHOLE.text("name", system).text("vcs_type", system)))
                                .toList()),
                api("create-codebase/201/one-character").then(create("create", WHOLE.text("name", "x"))),
                api("create-codebase/409").core().then(given.codebase(), create("again", WHOLE), get("read", CODEBASE)),
                api("get-codebase/200").core().then(get("read", Given.KNOWN_CODEBASE)),
                api("get-codebase/404")
                        .core()
                        .then(
                                get("absent", Given.UNKNOWN),
                                get("other-case", Given.KNOWN_CODEBASE.toUpperCase(Locale.ROOT)),
                                get("space", "no such name"),
                                get("escapes", "50%?#+\u00e9")),
                api("list-codebases/200")
                        .core()
                        .then(names())
                        .then(
                                list("all", Call.of("list-codebases").with("limit", 1000)),
                                list(
                                        "page",
                                        Call.of("list-codebases")
                                                .with("limit", 3)
                                                .with("offset", 1)),
                                list("default", Call.of("list-codebases"))),
                api("replace-codebase/200/whole")
                        .core()
                        .then(given.codebase(), replace("replace", CODEBASE, WHOLE), get("read", CODEBASE)),
                api("replace-codebase/200/absent-clears")
                        .core()
                        .then(
                                create("create", WHOLE),
                                replace("replace", CODEBASE, Body.EMPTY.text("subpath", "other")),
                                get("read", CODEBASE)),
                api("replace-codebase/200/null-name")
                        .then(given.codebase(), replace("replace", CODEBASE, WHOLE.json("name", "null"))),
                api("replace-codebase/404").core().then(replace("absent", Given.UNKNOWN, WHOLE.without("name"))),
                api("replace-codebase/422/other-name")
                        .core()
                        .then(
                                create("create", WHOLE),
                                replace("replace", CODEBASE, WHOLE.text("name", "other")),
                                get("read", CODEBASE)));
    }

    /** Names whose order by bytes is not that of a dictionary. */
    private List<Send> names() {
        return Stream.of("b", "B", "a-b", "a.b", "ab", "\u00e9", "_")
                .map(name -> create("create-" + name, Body.EMPTY.text("name", name)))
                .toList();
    }

    private static Chain api(String id) {
        return Chain.of("api.parity", "api/" + id);
    }

    private Send create(String step, Body body) {
        return requests.send(step, Call.of("create-codebase"), body);
    }

    private Send get(String step, String name) {
        return requests.send(step, Call.of("get-codebase").with("name", name));
    }

    private Send list(String step, Call call) {
        return requests.send(step, call);
    }

    private Send replace(String step, String name, Body body) {
        return requests.send(step, Call.of("replace-codebase").with("name", name), body);
    }
}
