package crosscheck.report;

import crosscheck.verdict.Gate;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A result as build servers read tests: a test case a gate. A failed gate is a failure, one without sound evidence an error,
 * one that was not asked is skipped; a run that could not judge is one error.
 */
final class JUnitXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

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
        List<Gate> gates = result.gates();
        boolean broken = result.verdict() == Verdict.ERROR;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", "crosscheck " + run.name());
        attribute("tests", String.valueOf(gates.size() + (broken ? 1 : 0)));
        attribute("failures", String.valueOf(count(gates, Verdict.FAIL)));
        attribute("errors", String.valueOf(count(gates, Verdict.INCONCLUSIVE) + (broken ? 1 : 0)));
        attribute("skipped", String.valueOf(count(gates, Verdict.SKIPPED)));
        if (broken) {
            testCase("crosscheck.run", "verdict");
            outcome("error", result.lastLine(), result.message());
            xml.writeEndElement();
        }
        for (Gate gate : gates) {
            gate(gate);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void gate(Gate gate) throws XMLStreamException {
        String side = gate.implementation() == null ? "" : " [" + gate.implementation() + "]";
        testCase("crosscheck." + gate.suite(), gate.id() + side);
        switch (gate.verdict()) {
            case FAIL -> outcome("failure", gate.reason(), evidence(gate));
            case INCONCLUSIVE, ERROR -> outcome("error", gate.reason(), evidence(gate));
            case SKIPPED -> outcome("skipped", gate.reason(), "");
            case PASS -> {}
        }
        xml.writeEndElement();
    }

    private void testCase(String suite, String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", name);
    }

    private void outcome(String element, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String evidence(Gate gate) {
        return "observed " + Figures.with(gate.unit(), gate.observed()) + ", limit " + gate.threshold() + " "
                + gate.unit() + ", " + Figures.counted(gate.samples(), "sample", "samples");
    }

    private static long count(List<Gate> gates, Verdict verdict) {
        return gates.stream().filter(gate -> gate.verdict() == verdict).count();
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
