package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import crosscheck.RunError;
import crosscheck.contract.Implementation;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static final RunFacts RUN =
            new RunFacts("run", "", "", "", "", List.of(), Optional.empty(), Map.of(), Map.of(), Map.of(), "");

    @TempDir
    Path path;

    @Test
    void hasATestCaseAGate() throws Exception {
        Element suite = suite(
                parse(result(
                        gate("a.pass", Verdict.PASS, ""),
                        gate("a.fail", Verdict.FAIL, "too slow"),
                        gate("a.inconclusive", Verdict.INCONCLUSIVE, "too few"),
                        gate("a.skipped", Verdict.SKIPPED, "not asked"))),
                "crosscheck gates");

        assertThat(counts(suite)).containsExactly("4", "1", "1", "1");
        assertThat(message(suite, "failure")).isEqualTo("too slow");
        assertThat(message(suite, "error")).isEqualTo("too few");
        assertThat(message(suite, "skipped")).isEqualTo("not asked");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("a.pass [rust]");
        assertThat(first.getElementsByTagName("*").getLength()).isZero();
    }

    @Test
    void hasATestCaseACheck() throws Exception {
        Element suite = suite(parse(MadeUpRun.in(path).withFindings(2)), "crosscheck checks");

        assertThat(counts(suite)).containsExactly("4", "2", "0", "1");
        assertThat(message(suite, "failure")).isEqualTo("1 open finding");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("api.parity: read-run value $.items[0].value", "python: {\"id\"", "-Dcrosscheck.replay=id-0");
        assertThat(message(suite, "skipped")).isEqualTo("this run has no proxies");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(List.of(first.getAttribute("classname"), first.getAttribute("name")))
                .containsExactly("crosscheck.check.api.parity", "api/read-run/0");
    }

    @Test
    void anErrorIsATestCaseOfItsOwn() throws Exception {
        Element suite = suite(parse(Result.error(RunError.Cause.TARGET, "rust died")), "crosscheck run");

        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(message(suite, "error")).isEqualTo("error/target");
        assertThat(suite.getTextContent()).contains("rust died");
    }

    @Test
    void isOfTheSchema() throws Exception {
        Validator schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("/report/junit.xsd"))
                .newValidator();
        MadeUpRun run = MadeUpRun.in(path);
        for (Result result :
                List.of(run.failed(), run.passed(), run.hostile(), Result.error(RunError.Cause.TARGET, "rust died"))) {
            assertThatCode(() -> schema.validate(new StreamSource(new StringReader(JUnitXml.of(RUN, result)))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Element suite = parse(result(gate("a.fail", Verdict.FAIL, "<&\"\u0000\u001b[31m\uD800 \uD83D\uDE00")));

        assertThat(message(suite, "failure")).isEqualTo("<&\"\uFFFD\uFFFD[31m\uFFFD \uD83D\uDE00");
    }

    private static List<String> counts(Element suite) {
        return Stream.of("tests", "failures", "errors", "skipped")
                .map(suite::getAttribute)
                .toList();
    }

    private static Element suite(Element suites, String name) {
        NodeList all = suites.getElementsByTagName("testsuite");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(suite -> suite.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Gate gate(String id, Verdict verdict, String reason) {
        return new Gate(id, "a", Implementation.RUST, verdict, 1.0, "< 1", "ms", 3, reason);
    }

    private static Result result(Gate... gates) {
        return MadeUpRun.ofGates(Verdict.FAIL, List.of(gates));
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
