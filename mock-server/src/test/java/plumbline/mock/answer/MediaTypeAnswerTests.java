package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.mock.answer.Answers.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class MediaTypeAnswerTests {
    private final Answers shop = Answers.of("src/test/resources/media-types.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/pets/1     | application/xml           | application/xml",
                "/pets/1     | */*                       | application/xml",
                "/pets/1     | multipart/form-data       | multipart/form-data; boundary=",
                "/pets/1     | application/x-www-form-urlencoded | application/x-www-form-urlencoded",
                "/any        | */*                       | application/json",
                "/any        | application/xml           | application/xml",
                "/any        | application/vnd.pet+json  | application/vnd.pet+json",
                "/any        | text/html, */*;q=0.1      | application/json",
                "/text       | */*                       | text/plain",
                "/text       | text/html                 | text/html",
                "/text       | application/json          | application/json",
                "/image      | */*                       | image/png",
                "/image      | image/webp                | image/webp",
                "/octets     | */*                       | application/octet-stream",
                "/pdf        | */*                       | application/pdf",
                "/lines      | */*                       | application/jsonl",
                "/latin      | */*                       | text/plain; charset=iso-8859-1",
                "/free       | */*                       | application/json",
            })
    void writeAndConformInEachMediaType(String path, String accept, String type) {
        Response response = shop.conforming(get(path, "Accept", accept));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body().isEmpty()).isFalse();
    }

    @Test
    void refuseWhatARangeCannotHold() {
        assertThat(shop.to(get("/any", "Accept", "text/html")).status()).isEqualTo(406);
    }

    @Test
    void writeExamplesShapedAsJsonAsXml() {
        assertThat(shop.conforming(get("/pets/1", "Accept", "application/xml"))
                        .body()
                        .text())
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <pet id="1"><name>Tom &amp; Jo</name><tags><tag>a</tag><tag>b</tag></tags></pet>""");
    }

    @Test
    void sendExamplesThatAreTextsOfXmlAsTheyAre() {
        assertThat(shop.conforming(get("/written", "Accept", "application/xml"))
                        .body()
                        .text())
                .isEqualTo("<pet id='7'><name>As it is</name></pet>");
    }

    @Test
    void sendOctetsThatAreNoJson() {
        byte[] octets = shop.conforming(get("/pdf")).body().bytes();

        assertThat(octets)
                .hasSize(8)
                .isEqualTo(shop.conforming(get("/pdf")).body().bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml                   | <pet>                       | 400",
                "application/xml                   | <pet id='x'><name/></pet>   | 422",
                "application/xml                   | <pet id='1'><name/></pet>   | 200",
                "multipart/form-data; boundary=b   | --b                         | 400",
                "multipart/form-data               | --b                         | 400",
                "application/x-www-form-urlencoded | name=%zz                    | 400",
                "application/x-www-form-urlencoded | name=a&name=b               | 422",
                "text/plain; charset=utf-99        | a                           | 400",
                "image/png                         | a                           | 415",
            })
    void tellUnreadableBodiesFromWrongOnes(String type, String body, int status) {
        Request request =
                Request.of("POST", "/pets").withHeader("Content-Type", type).withBody(Body.of(body));

        assertThat(shop.to(request).status()).isEqualTo(status);
    }
}
