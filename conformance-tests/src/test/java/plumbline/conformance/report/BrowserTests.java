package plumbline.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import plumbline.conformance.Report;
import plumbline.conformance.Suites;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.UsersServer;
import plumbline.output.Format;
import plumbline.output.ReportFolder;

/** The page in a real browser, in which scripts are switched off. */
class BrowserTests {
    @TempDir
    private static Path folder;

    private static ChromeDriver browser;
    private static Report report;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && driver.isPresent(), "chromium and chromedriver are not both on the PATH");
        Handler right = new UsersServer();
        report = Suites.run(request -> {
            Reply reply = right.answer(request);
            return reply.status() == 200
                    ? reply.change(text -> text.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":7"))
                    : reply;
        });
        new ReportFolder(folder).write(new RunReporting(Results.of(report)), EnumSet.of(Format.HTML));
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium.get().toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--window-size=1400,1000")
                .setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.get().toFile())
                        .build(),
                options);
        browser.get(folder.resolve("report.html").toUri().toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
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
    void linksLeadToWhereTheySay() {
        browser.findElement(By.cssSelector("#matrix td.bad a")).click();

        assertThat(browser.getCurrentUrl()).endsWith("#failure-1");
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

    private static String background(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return browser.findElement(By.tagName("body")).getCssValue("background-color");
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
