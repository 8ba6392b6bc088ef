package plumbline.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import plumbline.conformance.Suites;
import plumbline.conformance.result.Report;
import plumbline.contract.json.Json;

class WritersTests {

    @Test
    void jsonIsAsPinned() throws Exception {
        String json = JsonReport.write(Reports.mixed());

        assertThat(json).isEqualTo(expected("report.json"));
        assertThat(Json.read(json).path("formatVersion").intValue()).isEqualTo(1);
    }

    @Test
    void junitXmlIsAsPinned() throws IOException {
        assertThat(JunitXml.write(Reports.mixed())).isEqualTo(expected("report.xml"));
    }

    @Test
    void junitXmlCanBeReadAndCounts() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.write(Reports.mixed()))));

        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("4");
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        assertThat(document.getDocumentElement().getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void theConsoleTellsTheSameFindingInFullOnlyOnce() {
        StringWriter text = new StringWriter();
        ConsoleWriter console =
                new ConsoleWriter(new PrintWriter(text), new Looks(false, false).withDetail(Looks.Detail.VERBOSE));
        console.verdict(Reports.failed());
        console.verdict(Reports.failed());

        assertThat(text.toString().split("FAILED", -1)[1])
                .contains("expected ", "mend ")
                .doesNotContain("(as above)");
        assertThat(text.toString().split("FAILED", -1)[2])
                .contains("(as above)", "again ")
                .doesNotContain("expected ", "mend ");
    }

    @Test
    void consoleIsAsPinned() throws IOException {
        assertThat(console(Reports.mixed(), new Looks(false, false))).isEqualTo(expected("report.txt"));
    }

    @Test
    void consoleInDetailIsAsPinned() throws IOException {
        assertThat(console(Reports.mixed(), new Looks(false, false).withDetail(Looks.Detail.VERBOSE)))
                .isEqualTo(expected("report-verbose.txt"));
    }

    @Test
    void whatIsNotedInTheEndIsTold() {
        StringWriter text = new StringWriter();
        ConsoleWriter writer = new ConsoleWriter(new PrintWriter(text), new Looks(false, false));
        writer.begin("Checking it", 1, List.of("Known before."));
        Report good = Reports.good();
        writer.end(good);

        assertThat(text.toString().split("A note\\.", -1)).hasSize(2);
    }

    @Test
    void aTerminalShowsProgressAndCausesOnly() {
        String text = console(Reports.mixed(), new Looks(true, true));

        assertThat(text)
                .contains("\r\u001B[2K[#####---------------] 1/4 getUser/examples/given", "\u001B[31mno-server-error-")
                .doesNotContain("\u001B[32mok", "FAILED");
    }

    @Test
    void aGoodServerConforms() {
        assertThat(console(Reports.good(), new Looks(false, false)))
                .endsWith("Conforms: 1 passed, 0 failed, 0 skipped in 1.2 s" + System.lineSeparator());
        assertThat(Reports.good().conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
    }

    @Test
    void aRunWithoutVerdictsHasCheckedNothing() {
        Report good = Reports.good();
        Report empty = new Report(good.heading(), good.phases(), good.checks(), List.of(), good.omissions());

        assertThat(empty.conclusion()).isEqualTo(Report.Conclusion.NOTHING_CHECKED);
        assertThat(console(empty, new Looks(false, false))).contains("Nothing was checked");
    }

    private static String console(Report report, Looks looks) {
        StringWriter text = new StringWriter();
        ConsoleWriter writer = new ConsoleWriter(new PrintWriter(text), looks);
        writer.begin("Checking http://127.0.0.1:8080/api", report.verdicts().size(), List.of("A note."));
        report.verdicts().forEach(writer::verdict);
        writer.end(report);
        return text.toString();
    }

    private static String expected(String name) throws IOException {
        return Files.readString(Suites.resource(name));
    }

    @Test
    void whatEndedEarlyDoesNotConform() {
        Report good = Reports.good();
        Report.Heading heading = good.heading();
        Report cut = new Report(
                new Report.Heading(
                        heading.target(),
                        heading.title(),
                        heading.document(),
                        heading.start(),
                        heading.elapsed(),
                        List.of(Report.Heading.ENDED_EARLY + "the target went away.")),
                good.phases(),
                good.checks(),
                good.verdicts(),
                good.omissions(),
                good.extent());

        assertThat(cut.conclusion()).isEqualTo(Report.Conclusion.ENDED_EARLY);
        assertThat(JsonReport.write(cut)).contains("\"conclusion\" : \"ENDED_EARLY\"");
        // What was not sent is skipped only, so a build server would show a green run.
        assertThat(JunitXml.write(good)).doesNotContain("ENDED_EARLY").contains("errors=\"0\"");
        assertThat(JunitXml.write(cut))
                .contains("<testsuites name=\"plumbline\"", "errors=\"1\"")
                .contains("<testcase classname=\"plumbline.run\" name=\"run/to-its-end\">")
                .contains("<error type=\"ENDED_EARLY\" message=\"The run ended early: the target went away.\">");
    }
}
