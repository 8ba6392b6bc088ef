package plumbline.conformance.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import plumbline.conformance.Report;
import plumbline.conformance.Verdict;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.output.XmlSafeText;

/** Writes a report in the XML that build servers read: a suite for each operation and phase, a test for each case. */
public final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** {@return the report as JUnit XML} */
    public static String write(Report report) {
        StringWriter text = new StringWriter();
        write(Results.of(report), text);
        return text.toString();
    }

    static void write(Results results, Writer writer) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            new JunitXml(xml).report(results);
            xml.close();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("XML cannot be written", e));
        }
    }

    private void report(Results report) throws XMLStreamException {
        Map<String, List<CaseResult>> suites = new LinkedHashMap<>();
        for (CaseResult entry : report.entries()) {
            String suite = entry.operation() + " " + entry.phase();
            suites.computeIfAbsent(suite, name -> new ArrayList<>()).add(entry);
        }
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "plumbline");
        attribute("time", seconds(report.heading().elapsed()));
        totals(report.entries());
        for (Map.Entry<String, List<CaseResult>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue(), report);
        }
        newLine(0);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void suite(String name, List<CaseResult> entries, Results report) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("hostname", report.heading().target());
        attribute("timestamp", report.heading().start().toString());
        Duration time = entries.stream().map(entry -> entry.trace().elapsed()).reduce(Duration.ZERO, Duration::plus);
        attribute("time", seconds(time));
        totals(entries);
        for (CaseResult entry : entries) {
            test(entry);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void totals(List<CaseResult> entries) throws XMLStreamException {
        Map<Verdict.Outcome, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        attribute("tests", Integer.toString(entries.size()));
        attribute("failures", Integer.toString(counts.getOrDefault(Verdict.Outcome.FAILED, 0)));
        attribute("errors", Integer.toString(counts.getOrDefault(Verdict.Outcome.BROKEN, 0)));
        attribute("skipped", Integer.toString(counts.getOrDefault(Verdict.Outcome.SKIPPED, 0)));
    }

    private void test(CaseResult entry) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        attribute("classname", "plumbline." + entry.operation());
        attribute("name", entry.id());
        attribute("time", seconds(entry.trace().elapsed()));
        if (entry.outcome() == Verdict.Outcome.SKIPPED) {
            newLine(3);
            xml.writeEmptyElement("skipped");
            attribute("message", entry.reason());
        }
        if (!entry.findings().isEmpty()) {
            newLine(3);
            xml.writeStartElement(entry.outcome() == Verdict.Outcome.BROKEN ? "error" : "failure");
            attribute("type", entry.findings().get(0).check());
            attribute("message", entry.findings().get(0).message());
            xml.writeCharacters(XmlSafeText.legal("\n" + String.join("\n", FailureText.lines(entry)) + "\n"));
            xml.writeEndElement();
        }
        newLine(2);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlSafeText.legal(value));
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
