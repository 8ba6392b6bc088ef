package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Direction;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

class RealisticSamplesTests {
    private static final int SEEDS = 10;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    firstName,         [A-Z][a-zA-Z']+
                    last_name,         [A-Z][a-zA-Z' ]+
                    contactEmail,      [a-z]+\\.[a-z]+@example\\.com
                    PHONE-NUMBER,      \\+1 202 555 01\\d\\d
                    shippingCity,      [A-Z].+
                    countryCode,       [A-Z]{2}
                    billingPostalCode, [0-9-]+
                    homepageUrl,       https://example\\.com/\\S+
                    avatar_url,        https://example\\.com/images/\\d+\\.png
                    bookIsbn,          97[89]\\d{10}
                    unit_price,        \\d\\d\\.\\d0
                    currency,          [A-Z]{3}
                    orderId,           [0-9a-f-]{36}
                    """)
    void textsAreWhatTheNameOfTheirPropertySays(String name, String expected) {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(sample("{type: object, properties: {%s: {type: string}}}".formatted(name), seed)
                            .path(name)
                            .stringValue())
                    .matches(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"latitude, -90, 90", "geo_lng, -180, 180", "age, 18, 90", "totalPrice, 1, 500", "birthYear, 1990, 2026"
    })
    void freeNumbersAreWithinWhatTheNameOfTheirPropertySays(String name, double least, double most) {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(sample("{type: object, properties: {%s: {type: number}}}".formatted(name), seed)
                            .path(name)
                            .doubleValue())
                    .isBetween(least, most);
        }
    }

    @Test
    void boundsOfTheSchemaWinOverTheName() {
        JsonNode sample = sample("""
                {type: object, properties: {
                  age: {type: integer, minimum: 1000},
                  city: {type: string, maxLength: 2},
                  phone: {type: string, pattern: '^x+$'}}}
                """, 1);

        assertThat(sample.path("age").intValue()).isGreaterThanOrEqualTo(1000);
        assertThat(sample.path("city").stringValue()).hasSizeLessThanOrEqualTo(2);
        assertThat(sample.path("phone").stringValue()).matches("x+");
    }

    @Test
    void aNameIsThatOfItsOwner() {
        JsonNode sample = sample("""
                {type: object, properties: {
                  customer: {type: object, properties: {name: {type: string}}},
                  authors: {type: array, items: {type: object, properties: {name: {type: string}}}}}}
                """, 1);

        assertThat(sample.path("customer").path("name").stringValue()).contains(" ");
        assertThat(sample.path("authors").path(0).path("name").stringValue()).contains(" ");
    }

    @Test
    @Timeout(60)
    void aPatternThatTakesExponentialTimeOnLongTextsIsSampledWithShortOnes() {
        String image =
                "^([a-z0-9]+[a-z0-9-.]*)/((?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*)(?::[a-z]{1,9}|@sha)$";

        assertThat(sample("{type: string, minLength: 1, maxLength: 1024, pattern: '" + image + "'}", 3)
                        .stringValue())
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, pattern: '^[\\s\\S]*$', minLength: 2}",
                "{type: string, pattern: '^(?![^:]*/action/)[^:]+$'}",
                "{type: string, pattern: '^(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{8,}$'}",
                "{type: string, pattern: '^(?!aws:)[(a-z)]{1,9}$', maxLength: 9}",
                "{type: string, format: date-time, minLength: 25}",
                "{type: string, format: date-time, minLength: 24, maxLength: 24}"
            })
    void textsAreMadeThatAssertionsAndLengthsMakeRare(String schema) {
        assertThat(sample(schema, 5).isString()).isTrue();
    }

    @Test
    void aLongTextIsMadeWhereOneIsAskedFor() {
        assertThat(sample("{type: string, minLength: 60, pattern: '^arn:[a-z]+:[0-9]+$'}", 3)
                        .stringValue())
                .hasSizeGreaterThanOrEqualTo(60);
    }

    private static JsonNode sample(String schema, long seed) {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: " + schema.replace("\n", " "));
        try {
            return new Sampler(new Schemas(contract.version()))
                    .sample(Contracts.schema(contract, "T"), Direction.RESPONSE, seed);
        } catch (UnsatisfiableException e) {
            throw new AssertionError(e);
        }
    }
}
