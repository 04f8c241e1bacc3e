package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static final RunFacts RUN =
            new RunFacts("run", "", "", "", "", List.of(), Optional.empty(), Map.of(), Map.of(), Map.of(), "");

    @Test
    void hasATestCaseAGate() throws Exception {
        Element suite = parse(result(
                gate("a.pass", Verdict.PASS, ""),
                gate("a.fail", Verdict.FAIL, "too slow"),
                gate("a.inconclusive", Verdict.INCONCLUSIVE, "too few"),
                gate("a.skipped", Verdict.SKIPPED, "not asked")));

        assertThat(List.of("tests", "failures", "errors", "skipped"))
                .map(suite::getAttribute)
                .containsExactly("4", "1", "1", "1");
        assertThat(message(suite, "failure")).isEqualTo("too slow");
        assertThat(message(suite, "error")).isEqualTo("too few");
        assertThat(message(suite, "skipped")).isEqualTo("not asked");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("a.pass [rust]");
        assertThat(first.getElementsByTagName("*").getLength()).isZero();
    }

    @Test
    void anErrorIsATestCaseOfItsOwn() throws Exception {
        Element suite = parse(Result.error(RunError.Cause.TARGET, "rust died"));

        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(message(suite, "error")).isEqualTo("error/target");
        assertThat(suite.getTextContent()).contains("rust died");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Element suite = parse(result(gate("a.fail", Verdict.FAIL, "<&\"\u0000\u001b[31m\uD800 \uD83D\uDE00")));

        assertThat(message(suite, "failure")).isEqualTo("<&\"\uFFFD\uFFFD[31m\uFFFD \uD83D\uDE00");
    }

    private static Gate gate(String id, Verdict verdict, String reason) {
        return new Gate(id, "a", Implementation.RUST, verdict, 1.0, "< 1", "ms", 3, reason);
    }

    private static Result result(Gate... gates) {
        return new Result(
                Result.SCHEMA,
                Verdict.FAIL,
                null,
                List.of(gates),
                List.of(),
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Element parse(Result result) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(RUN, result))))
                .getDocumentElement();
    }

    private static String message(Element suite, String outcome) {
        return ((Element) suite.getElementsByTagName(outcome).item(0)).getAttribute("message");
    }
}
