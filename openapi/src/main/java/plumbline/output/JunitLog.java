package plumbline.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A log of one run in the XML that build servers read (the dialect of Apache Ant's JUnit task), written while it is told, so
 * that long runs need no more memory than short ones.
 */
public final class JunitLog {
    private final XMLStreamWriter xml;

    private JunitLog(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a log.
     *
     * @param writer what it goes to; stays open
     * @param name the name of the run
     * @param attributes what else is said of the run, by attribute of {@code testsuites}, in order
     * @param suites writes the suites, one after the other
     * @throws UncheckedIOException where the writer fails
     */
    public static void write(Writer writer, String name, Map<String, String> attributes, Consumer<JunitLog> suites) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            JunitLog log = new JunitLog(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            log.open(0, "testsuites");
            log.attribute("name", name);
            log.attributes(attributes);
            suites.accept(log);
            log.close(0);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /**
     * Adds a suite.
     *
     * @param attributes what is said of it beside its name, in order; the counts of its tests belong here
     * @throws UncheckedIOException where the writer fails
     */
    public void suite(String name, Map<String, String> attributes, Stream<JunitTest> tests) {
        try {
            open(1, "testsuite");
            attribute("name", name);
            attributes(attributes);
            tests.forEachOrdered(this::test);
            close(1);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** {@return a time as this format writes it: seconds, to the millisecond} */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private void test(JunitTest test) {
        try {
            newLine(2);
            boolean passed = test.outcome() instanceof JunitTest.Passed;
            if (passed) {
                xml.writeEmptyElement("testcase");
            } else {
                xml.writeStartElement("testcase");
            }
            attribute("classname", test.className());
            attribute("name", test.name());
            if (test.time().isPresent()) {
                attribute("time", seconds(test.time().get()));
            }
            if (test.outcome() instanceof JunitTest.Skipped skipped) {
                newLine(3);
                xml.writeEmptyElement("skipped");
                attribute("message", skipped.reason());
            } else if (test.outcome() instanceof JunitTest.Failed failed) {
                failure(failed);
            }
            if (!passed) {
                close(2);
            }
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void failure(JunitTest.Failed failed) throws XMLStreamException {
        open(3, failed.broken() ? "error" : "failure");
        attribute("type", failed.type());
        attribute("message", failed.message());
        xml.writeCharacters(XmlSafeText.legal("\n" + String.join("\n", failed.lines()) + "\n"));
        xml.writeEndElement();
    }

    private void open(int depth, String element) throws XMLStreamException {
        newLine(depth);
        xml.writeStartElement(element);
    }

    private void close(int depth) throws XMLStreamException {
        newLine(depth);
        xml.writeEndElement();
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            attribute(attribute.getKey(), attribute.getValue());
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlSafeText.legal(value));
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static UncheckedIOException failure(XMLStreamException e) {
        return new UncheckedIOException(new IOException("XML cannot be written", e));
    }
}
