package crosscheck.report;

import crosscheck.verdict.CheckOutcome;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A result as build servers read tests: a suite of gates and one of checks, a test case each. A failure is a gate that failed
 * or a check with an open finding; an error is a gate without sound evidence, or a run that could not judge; what was not asked
 * or not played is skipped, with the reason.
 */
final class JUnitXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private enum Outcome {
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** @param outcome {@code null}: it passed */
    private record Case(String suite, String name, Outcome outcome, String message, String text) {}

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(RunFacts run, Result result) {
        StringWriter text = new StringWriter();
        try {
            new JUnitXml(FACTORY.createXMLStreamWriter(text)).document(run, result);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(RunFacts run, Result result) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "crosscheck " + run.name());
        if (result.verdict() == Verdict.ERROR) {
            suite(
                    "run",
                    List.of(new Case("crosscheck.run", "verdict", Outcome.ERROR, result.lastLine(), result.message())));
        }
        suite("gates", result.gates().stream().map(JUnitXml::gate).toList());
        Map<String, Finding> findings =
                result.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        suite(
                "checks",
                result.checks().stream().map(check -> check(check, findings)).toList());
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<Case> cases) throws XMLStreamException {
        if (cases.isEmpty()) {
            return;
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", "crosscheck " + name);
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(cases, Outcome.FAILURE));
        attribute("errors", count(cases, Outcome.ERROR));
        attribute("skipped", count(cases, Outcome.SKIPPED));
        for (Case one : cases) {
            testCase(one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(Case one) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", one.suite());
        attribute("name", one.name());
        if (one.outcome() != null) {
            xml.writeStartElement(one.outcome().name().toLowerCase(Locale.ROOT));
            attribute("message", one.message());
            xml.writeCharacters(legal(one.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static Case gate(Gate gate) {
        String side = gate.implementation() == null ? "" : " [" + gate.implementation() + "]";
        Outcome outcome =
                switch (gate.verdict()) {
                    case FAIL -> Outcome.FAILURE;
                    case INCONCLUSIVE, ERROR -> Outcome.ERROR;
                    case SKIPPED -> Outcome.SKIPPED;
                    case PASS -> null;
                };
        String text = outcome == Outcome.SKIPPED ? "" : evidence(gate);
        return new Case("crosscheck." + gate.suite(), gate.id() + side, outcome, gate.reason(), text);
    }

    private static Case check(CheckOutcome check, Map<String, Finding> findings) {
        String suite = "crosscheck.check." + check.suite();
        if (check.verdict() == Verdict.SKIPPED) {
            return new Case(suite, check.id(), Outcome.SKIPPED, check.reason(), "");
        }
        List<Finding> open = check.findings().stream()
                .map(findings::get)
                .filter(Finding::isOpen)
                .toList();
        String message = Figures.counted(open.size(), "open finding", "open findings");
        String text = open.stream().map(JUnitXml::finding).collect(Collectors.joining("\n\n"));
        return new Case(suite, check.id(), open.isEmpty() ? null : Outcome.FAILURE, message, text);
    }

    private static String finding(Finding finding) {
        String where = Stream.of(finding.operation(), finding.kind(), finding.path(), finding.side())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        String replay = finding.example() == null ? "" : finding.example().replay();
        String again = replay.isEmpty() ? "" : "\n" + replay;
        return finding.suite() + ": " + where + "\npython: " + shown(finding.python()) + "\nrust: "
                + shown(finding.rust()) + again;
    }

    private static String shown(String text) {
        return text == null ? "showed nothing" : text;
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String evidence(Gate gate) {
        return "observed " + Figures.with(gate.unit(), gate.observed()) + ", limit " + gate.threshold() + " "
                + gate.unit() + ", " + Figures.counted(gate.samples(), "sample", "samples");
    }

    private static String count(List<Case> cases, Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(one -> one.outcome() == outcome).count());
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String legal(String text) {
        return text == null
                ? ""
                : text.codePoints()
                        .map(character -> isLegal(character) ? character : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
