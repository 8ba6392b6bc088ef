package plumbline.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import plumbline.conformance.Browsers;
import plumbline.conformance.Suites;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.UsersServer;
import plumbline.output.Format;
import plumbline.output.ReportFolder;

/** The page in a real browser, in which scripts are switched off but for what needs them. */
class BrowserTests {
    @TempDir
    private static Path folder;

    private static ChromeDriver browser;
    private static ChromeDriver scripted;
    private static Report report;

    @BeforeAll
    static void open() throws IOException {
        browser = browser(2);
        scripted = browser(1);
        Handler right = new UsersServer();
        report = Suites.run(request -> {
            Reply reply = right.answer(request);
            return reply.status() == 200
                    ? reply.change(text -> text.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":7"))
                    : reply.status() == 404 ? reply.withStatus(418) : reply;
        });
        new ReportFolder(folder).write(new RunReporting(Results.of(report)), EnumSet.of(Format.HTML));
        String page = folder.resolve("report.html").toUri().toString();
        browser.get(page);
        scripted.get(page);
    }

    private static ChromeDriver browser(int scripts) {
        return Browsers.open(new ChromeOptions()
                .addArguments("--window-size=1400,1000")
                .setExperimentalOption(
                        "prefs", Map.of("profile.managed_default_content_settings.javascript", scripts)));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (scripted != null) {
            scripted.quit();
        }
    }

    @Test
    void showsTheFiguresOfTheRun() {
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Sequence users");
        assertThat(browser.findElement(By.cssSelector(".figures .failed dd")).getText())
                .isEqualTo(Integer.toString(report.counts().failed()));
        assertThat(browser.findElements(By.tagName("article")))
                .hasSize(report.counts().failed());
        assertThat(browser.findElements(By.cssSelector("#matrix tbody tr")))
                .hasSize(report.coverage().size());
        assertThat(browser.findElement(By.cssSelector("#matrix td.bad")).getText())
                .contains(" failed");
    }

    @Test
    void showsTheBrokenPlaceBesideTheRequest() {
        WebElement exchange = browser.findElement(By.cssSelector("article .exchange"));
        List<WebElement> sides = exchange.findElements(By.tagName("pre"));

        assertThat(sides).hasSize(2);
        assertThat(sides.get(0).getRect().getY())
                .isEqualTo(sides.get(1).getRect().getY());
        assertThat(exchange.findElements(By.tagName("mark")))
                .extracting(WebElement::getText)
                .contains("7");
    }

    @Test
    void foldsCausesAndTheirCases() {
        List<WebElement> causes = browser.findElements(By.className("cause"));
        assertThat(causes).hasSizeGreaterThan(1);
        WebElement others = causes.get(0).findElement(By.cssSelector(".cases article"));
        assertThat(others.isDisplayed()).isFalse();

        causes.get(0).findElement(By.cssSelector(".cases > summary")).click();
        assertThat(others.isDisplayed()).isTrue();

        causes.get(0).findElement(By.cssSelector(".cases > summary")).click();
        assertThat(others.isDisplayed()).isFalse();
    }

    @Test
    void showsNoFilterThatDoesNothing() {
        assertThat(browser.findElement(By.id("filter")).isDisplayed()).isFalse();
    }

    @Test
    void filtersByAllThatACaseIsToldBy() {
        WebElement output = scripted.findElement(By.cssSelector("#filter output"));
        String all = output.getText();
        assertThat(all).isEqualTo(report.counts().failed() + " failed");

        for (Map.Entry<String, String> choice :
                Map.of("c", "schema", "s", "418", "p", "examples").entrySet()) {
            choose(choice.getKey(), choice.getValue());
            assertThat(output.getText()).isNotEqualTo(all).doesNotStartWith("0 ");
            assertThat(scripted.findElements(By.cssSelector("article:not([hidden])")))
                    .isNotEmpty()
                    .allSatisfy(article -> assertThat(article.getDomAttribute("data-" + choice.getKey()))
                            .contains(choice.getValue()));
            choose(choice.getKey(), "all");
        }
        scripted.findElement(By.name("t")).sendKeys("nothing has this");
        assertThat(output.getText()).isEqualTo("0 failed");
        assertThat(scripted.findElements(By.cssSelector(".cause:not([hidden])")))
                .isEmpty();
        scripted.findElement(By.name("t")).clear();
    }

    @Test
    void showsOtherCasesOnDemand() {
        WebElement passed = browser.findElement(By.cssSelector("#cases .passed li"));
        assertThat(passed.isDisplayed()).isFalse();

        browser.findElement(By.cssSelector("#cases .passed summary")).click();

        assertThat(passed.isDisplayed()).isTrue();
    }

    @Test
    void linksLeadToWhereTheySay() {
        browser.findElement(By.cssSelector("#matrix td.bad a")).click();

        assertThat(browser.getCurrentUrl()).contains("#failure-");
        assertThat(browser.findElement(By.cssSelector("article:target h3")).getText())
                .startsWith("getUser/");
    }

    @Test
    void obeysTheColorsThatTheReaderPrefers() {
        assertThat(background("light")).isEqualTo("rgba(255, 255, 255, 1)");
        assertThat(background("dark")).isEqualTo("rgba(13, 17, 23, 1)");
    }

    @Test
    void doesNotScrollSidewaysOnANarrowScreen() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        Dimension body = browser.findElement(By.tagName("body")).getSize();
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(body.getWidth()).isLessThanOrEqualTo(360);
    }

    private static void choose(String field, String text) {
        scripted.executeScript(
                "const field = document.getElementById('filter').elements[arguments[0]];"
                        + "field.selectedIndex = [...field.options].findIndex(option => option.text === arguments[1]);"
                        + "field.dispatchEvent(new Event('input', {bubbles: true}));",
                field,
                text);
    }

    private static String background(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return browser.findElement(By.tagName("body")).getCssValue("background-color");
    }
}
