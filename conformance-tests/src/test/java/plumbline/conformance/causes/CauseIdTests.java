package plumbline.conformance.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;

class CauseIdTests {
    private static final String TYPE = "/components/schemas/User/properties/email/type";

    private static Finding schema(String pointer, String location, String actual) {
        return Finding.of("schema", "body at " + location + " is of another type")
                .comparing("type string", actual)
                .at("body at " + location)
                .documentedAt(new Place("users.yaml", 7, 3, pointer));
    }

    private static Finding status(String check, String expected, String actual, String pointer) {
        return Finding.of(check, "status " + actual)
                .comparing(expected, actual)
                .at("status")
                .documentedAt(new Place("users.yaml", 7, 3, pointer));
    }

    @Test
    void isTheSameWhateverTheValueAndWhereverTheSchemaIsUsed() {
        assertThat(CauseId.of(schema(TYPE, "/email", "integer: 7")))
                .isEqualTo(CauseId.of(schema(TYPE, "/items/3/email", "null: null")));
    }

    @Test
    void isTheSameInWhateverWordsAndOnWhateverLine() {
        Finding finding = schema(TYPE, "/email", "integer: 7");

        assertThat(CauseId.of(
                        finding.withMessage("create: other words").documentedAt(new Place("moved.yaml", 99, 1, TYPE))))
                .isEqualTo(CauseId.of(finding));
    }

    @Test
    void isAnotherForAnotherPlaceOrProperty() {
        Finding lacksName =
                schema("/components/schemas/User/required", "/", "none").comparing("property 'name'", "none");

        assertThat(List.of(
                        CauseId.of(schema(TYPE, "/email", "integer: 7")),
                        CauseId.of(schema(TYPE.replace("email", "name"), "/name", "integer: 7")),
                        CauseId.of(lacksName),
                        CauseId.of(lacksName.comparing("property 'id'", "none"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void ofAStatusIsTheSameInAllOperations() {
        String success = "a documented 2xx or 3xx status";

        assertThat(CauseId.of(status("status-documented", success, "418", "/paths/~1a/get/responses")))
                .isEqualTo(CauseId.of(status("status-documented", "one of 200", "418", "/paths/~1b/post/responses")))
                .isNotEqualTo(CauseId.of(status("status-documented", success, "419", "/paths/~1a/get/responses")));
    }

    @Test
    void ofFailuresTellsRightRequestsFromWrongOnes() {
        assertThat(CauseId.of(status("no-server-error", "a documented 2xx or 3xx status", "500", "")))
                .isNotEqualTo(CauseId.of(status("no-server-error", "a documented 4xx status, since x", "500", "")));
    }

    @Test
    void ofMediaTypesTellsRefusalsFromSuccessAndNothingElse() {
        String refusal = "/responses/400/content";
        CauseId ofRefusals = CauseId.of(status("media-type-documented", "", "text/plain", "/paths/~1a/get" + refusal));

        assertThat(CauseId.of(status(
                        "media-type-documented",
                        "",
                        "text/plain; charset=utf-8",
                        "/paths/~1b/put/responses/5XX/content")))
                .isEqualTo(ofRefusals);
        assertThat(CauseId.of(
                        status("media-type-documented", "", "text/plain", "/paths/~1b/put/responses/200/content")))
                .isNotEqualTo(ofRefusals);
    }

    @Test
    void ofWhatIsMisreadIsTheSameAtAllPlacesAndToldApartByHow() {
        Finding name = taken("body at /name is of type null, not \"string\"", "/components/schemas/New/name/type");
        Finding size = taken("body at /size is of type null, not \"integer\"", "/components/schemas/New/size/type");
        Finding text = taken("body at /name is of type integer, not \"string\"", "/components/schemas/New/name/type");
        Finding query =
                taken("query parameter 'n' is of type string, not \"integer\"", "/components/parameters/n/type");
        Finding length = taken("body at /name is longer than 8", "/components/schemas/New/name/maxLength");

        assertThat(CauseId.of(name)).isEqualTo(CauseId.of(size));
        assertThat(CauseId.spot(name)).isEqualTo("/components/schemas/New/name/type");
        assertThat(List.of(CauseId.of(name), CauseId.of(text), CauseId.of(query), CauseId.of(length)))
                .doesNotHaveDuplicates();
        assertThat(CauseId.spot(length)).isEmpty();
    }

    private static Finding taken(String fault, String pointer) {
        return status("invalid-input-refused", "a documented 4xx status, since " + fault, "200", pointer);
    }

    @Test
    void isReadAsItIsWritten() {
        CauseId id = CauseId.of(schema(TYPE, "/email", "integer: 7"));

        assertThat(id.toString()).matches("schema-[0-9a-f]{6}");
        assertThat(CauseId.parse(id.toString())).contains(id);
        assertThat(CauseId.parse("schema")).isEmpty();
        assertThat(CauseId.parse("schema-3F9A2C")).isEmpty();
    }

    @Nested
    class Roots {
        private final Finding failure = status("no-server-error", "any status below 500", "500", "");
        private final Finding mediaType = status("media-type-documented", "", "text/html", "");
        private final Finding content = schema(TYPE, "/email", "integer: 7");

        @Test
        void haveWhatFollowsFromThemUnderThem() {
            assertThat(Root.of(List.of(mediaType, content))).containsExactly(new Root(mediaType, List.of(content)));
        }

        @Test
        void ofAnotherShapeLackOneThingAfterTheOther() {
            Finding lacksCode =
                    schema("/components/schemas/Error/required", "/", "none").comparing("property 'code'", "none");
            Finding lacksText = lacksCode.comparing("property 'text'", "none");
            Finding elsewhere = lacksText.at("body at /0");

            assertThat(Root.of(List.of(lacksCode, lacksText, elsewhere)))
                    .containsExactly(new Root(lacksCode, List.of(lacksText)), new Root(elsewhere, List.of()));
        }

        @Test
        void areFollowedByWhatFollowsFromTheirFollowers() {
            assertThat(Root.of(List.of(content, mediaType, failure)))
                    .containsExactly(new Root(failure, List.of(content, mediaType)));
        }

        @Test
        void standAsideIfNothingFollows() {
            Finding other = schema(TYPE.replace("email", "name"), "/name", "null");

            assertThat(Root.of(List.of(content, other)))
                    .containsExactly(new Root(content, List.of()), new Root(other, List.of()));
        }
    }
}
