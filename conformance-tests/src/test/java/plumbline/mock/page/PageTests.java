package plumbline.mock.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import plumbline.conformance.Browsers;
import plumbline.contract.document.ContractException;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.engine.access.Access;

/** The page of the mock in a real browser; it is here since the browser is. */
class PageTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            servers: [{url: /api}]
            paths:
              /products:
                get:
                  operationId: listProducts
                  responses:
                    '200':
                      description: All.
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Product'}}
                          example: [{id: 1, name: Hat, color: red}, {id: 2, name: "<img src=x onerror=alert(1)>", color: blue}]
                post:
                  operationId: createProduct
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
                  responses:
                    '201':
                      description: Created.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
              /products/{id}:
                get:
                  operationId: readProduct
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    '200':
                      description: One.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}
                    '404': {description: None.}
            components:
              schemas:
                Product:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string}
                    color: {enum: [red, blue]}
            """;

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;
    private static MockServer mock;

    @BeforeAll
    static void open() throws IOException {
        browser = Browsers.open(new ChromeOptions().addArguments("--window-size=1300,1000"));
        mock = MockServer.start(options());
    }

    private static MockServerOptions options() throws IOException {
        Path fixtures = Files.createDirectories(folder.resolve("fixtures"));
        return MockServerOptions.defaults()
                .withContract(Files.writeString(folder.resolve("shop.yaml"), DOCUMENT))
                .withFixtures(fixtures)
                .withPort(0);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (mock != null) {
            mock.close();
        }
    }

    @BeforeEach
    void reset() throws Exception {
        ask("POST", "/__plumbline/reset");
        browser.get("about:blank");
    }

    private static String ask(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mock.port() + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void show(String part) {
        browser.get("http://127.0.0.1:" + mock.port() + "/__plumbline#" + part);
    }

    private static WebElement find(String selector) {
        until(selector, () -> !browser.findElements(By.cssSelector(selector)).isEmpty());
        return browser.findElement(By.cssSelector(selector));
    }

    private static void await(String selector, String text) {
        until(
                selector + " with " + text,
                () -> browser.findElements(By.cssSelector(selector)).stream()
                        .anyMatch(element -> element.getText().contains(text)));
    }

    /** Looks again and again; the page may change under the look. */
    private static void until(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds(condition)) {
            assertThat(Instant.now())
                    .as(
                            "%s in %s",
                            what, browser.findElement(By.tagName("body")).getText())
                    .isBefore(end);
            browser.executeAsyncScript("setTimeout(arguments[0], 20)");
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException changed) {
            return false;
        }
    }

    private static void press(String text) {
        browser.findElements(By.tagName("button")).stream()
                .filter(button -> button.isDisplayed() && button.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .click();
    }

    @Test
    void listsOperationsByResource() {
        show("");

        await(".list", "/products/{id}");
        assertThat(browser.getTitle()).isEqualTo("Shop – Plumbline mock");
        assertThat(find("main h3").getText()).isEqualTo("/products");
        find("input[type=search]").sendKeys("readProduct");
        assertThat(browser.findElements(By.cssSelector(".list li:not([hidden])")))
                .hasSize(1);
    }

    @Test
    void sendsWhatItsFormSaysAndShowsTheAnswer() {
        show("operations/createProduct");
        WebElement name = find("[name='body.name']");
        name.clear();
        name.sendKeys("Scarf");
        find("[name='body.color']").sendKeys("blue");
        assertThat(find("[name=body]").getDomProperty("value")).contains("\"name\": \"Scarf\"", "\"color\": \"blue\"");

        press("Send");

        await("#answer .answer", "201");
        await("#answer pre:last-of-type", "Scarf");
        show("requests");
        await("#asked", "/api/products");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        show("operations/readProduct");
        WebElement id = find("[name='path.id']");
        browser.executeScript("arguments[0].type = 'text'; arguments[0].value = 'none'", id);

        press("Send");

        await("#answer .answer", "422");
        await("#answer .reason", "shop.yaml:27:");
    }

    @Test
    void switchesAnOperationAndEndsThat() throws Exception {
        show("operations/listProducts");
        find("#switch [name=status]").sendKeys("503");
        press("Set");
        await(".list .mark", "503");
        assertThat(ask("GET", "/api/products")).contains("urn:plumbline:problem:switched-off");

        press("End");

        await("#status", "does again");
        assertThat(ask("GET", "/api/products")).contains("Hat");
    }

    @Test
    void showsRequestsAsTheyCome() throws Exception {
        show("requests");
        find("#asked");

        ask("GET", "/api/products/1?live=1");

        await("#asked", "/api/products/1?live=1");
        find("input[type=search]").sendKeys("live=1 200");
        assertThat(browser.findElements(By.cssSelector(".asked"))).hasSize(1);
        find(".asked summary").click();
        await(".asked .exchange", "Hat");
        press("Save as fixture");
        await("#status", "1.json");
        assertThat(folder.resolve("fixtures/products/1.json")).exists();
        Files.delete(folder.resolve("fixtures/products/1.json"));
    }

    @Test
    void makesAnAnswerTheAnswer() throws Exception {
        show("operations/readProduct");
        find("[name='path.id']").clear();
        find("[name='path.id']").sendKeys("77");
        press("Send");
        await("#answer .answer", "404");
        press("Make this the answer");
        await("#status", "is answered so from now on");
        show("requests");
        await("main ul", "GET /api/products/77");

        press("Remove");

        until("no stubs", () -> !browser.findElement(By.cssSelector("main ul")).isDisplayed());
        assertThat(ask("GET", "/__admin/mappings")).contains("\"total\" : 0");
    }

    @Test
    void editsStoredItemsAndPutsThemBack() throws Exception {
        show("items");
        find(".item summary").click();
        WebElement text = find(".item textarea");
        text.clear();
        text.sendKeys("{\"id\": 1, \"name\": \"Cap\"}");
        press("Save");
        await("#status", "is saved");
        assertThat(ask("GET", "/api/products/1")).contains("Cap");

        press("Reset");

        await("#status", "as they were");
        assertThat(ask("GET", "/api/products/1")).contains("Hat");
    }

    @Test
    void runsNoMarkupOfItsContents() {
        show("items");
        await("main", "/products/2");
        show("operations/listProducts");
        find("#request");
        press("Send");
        await("#answer", "<img src=x");

        assertThat(browser.findElements(By.tagName("img"))).isEmpty();
        assertThat(browser.manage().logs().get("browser").getAll())
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    @Test
    void canBeUsedByKeyboard() {
        show("");
        await(".list", "/products");
        browser.switchTo().activeElement().sendKeys("/");
        assertThat(browser.switchTo().activeElement().getDomAttribute("type")).isEqualTo("search");
        browser.switchTo().activeElement().sendKeys(Keys.TAB, Keys.TAB, Keys.ENTER);

        await("section h2", "POST /products");
    }

    @Test
    void keepsTheSearchWhileOneOperationAfterTheOtherIsLookedAt() {
        show("");
        find("input[type=search]").sendKeys("product get");

        browser.findElements(By.cssSelector(".list li:not([hidden]) a")).get(1).click();

        await("section h2", "GET /products/{id}");
        assertThat(find("input[type=search]").getDomProperty("value")).isEqualTo("product get");
        assertThat(browser.findElements(By.cssSelector(".list li:not([hidden])")))
                .hasSize(2);
    }

    @Test
    void showsWhatIsServedByNowAndWhyTheLastChangeIsNot() throws IOException {
        show("operations/createProduct");
        find("#request");

        serve(DOCUMENT.replace("id}:", "number}:").replace("name: id,", "name: number,"));

        await(".list", "/products/{number}");
        await("#status", "has changed");
        find("[name='body.name']").sendKeys("Scarf");
        assertThatThrownBy(() -> serve(DOCUMENT + "x: [")).isInstanceOf(ContractException.class);
        await("#refused", "shop.yaml:42:");
        serve(DOCUMENT);
        until("nothing refused", () -> !browser.findElement(By.id("refused")).isDisplayed());
        await("#status", "what is written here is as it was");
        assertThat(find("[name='body.name']").getDomProperty("value")).endsWith("Scarf");
    }

    private static void serve(String document) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), document);
        mock.reload(mock.options());
    }

    @Test
    void asksForTheTokenWhereOneIsNeeded() throws IOException {
        try (MockServer guarded =
                MockServer.start(options().withAccess(Access.defaults().withToken("t0p")))) {
            browser.get("http://127.0.0.1:" + guarded.port() + "/__plumbline");
            find("#token:not([hidden]) input").sendKeys("t0p", Keys.ENTER);

            await(".list", "/products");
        }
    }

    @Test
    void obeysTheColorsThatTheReaderPrefersAndFitsNarrowScreens() {
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            show("operations/createProduct");
            find("#request");
            assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
                    .isEqualTo("light".equals(scheme) ? "rgba(255, 255, 255, 1)" : "rgba(13, 17, 23, 1)");
        }
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        for (String part : List.of("operations/createProduct", "requests", "items", "problems")) {
            show(part);
            find("main > *");
            assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                    .as(part)
                    .isLessThanOrEqualTo(400L);
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }
}
