package plumbline.conformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkedJsonTests {
    @Test
    void placesThatDoNotExistAreMarkedWhereTheyWouldBe() {
        assertThat(MarkedJson.html("{\"a\": [1, {\"b\": null}]}", Set.of("/a/1/c")))
                .isEqualTo("""
                        {
                          &quot;a&quot;: [
                            1,
                            <mark>{</mark>
                              &quot;b&quot;: null
                            <mark>}</mark>
                          ]
                        }""");
        assertThat(MarkedJson.html("no <json>", Set.of("/a"))).isEqualTo("no &lt;json&gt;");
    }
}
