package plumbline.guard.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.rules.GuardRule;
import plumbline.output.XmlSafeText;

/** Writes findings in the XML that build servers read: a test for each rule, which errors and warnings make fail. */
final class AssessmentJunit {
    private final XMLStreamWriter xml;
    private final Assessment assessment;

    private AssessmentJunit(XMLStreamWriter xml, Assessment assessment) {
        this.xml = xml;
        this.assessment = assessment;
    }

    static String of(Assessment assessment) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new AssessmentJunit(xml, assessment).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("XML cannot be written", e));
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        Set<Rule> rules = new LinkedHashSet<>(GuardRule.all());
        assessment.findings().forEach(finding -> rules.add(finding.rule()));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", XmlSafeText.legal("plumbline check " + assessment.document()));
        xml.writeAttribute("tests", Integer.toString(rules.size()));
        xml.writeAttribute(
                "failures",
                Long.toString(
                        rules.stream().filter(rule -> !broken(rule).isEmpty()).count()));
        for (Rule rule : rules) {
            test(rule, broken(rule));
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private List<Finding> broken(Rule rule) {
        return assessment.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && finding.severity() != Severity.NOTE)
                .toList();
    }

    private void test(Rule rule, List<Finding> findings) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "plumbline.check");
        xml.writeAttribute("name", rule.id());
        if (!findings.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", rule.id());
            xml.writeAttribute("message", XmlSafeText.legal(findings.get(0).toString()));
            for (Finding finding : findings) {
                xml.writeCharacters(XmlSafeText.legal("\n" + finding));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
