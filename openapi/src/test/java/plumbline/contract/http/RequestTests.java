package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestTests {
    @Test
    void splitsTheTargetAtTheFirstQuestionMark() {
        Request request = Request.of("get", "/a%20b?c=d?e");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.query()).isEqualTo("c=d?e");
        assertThat(request.target()).isEqualTo("/a%20b?c=d?e");
    }

    @Test
    void hasATargetWithoutQuestionMarkIfThereIsNoQuery() {
        assertThat(Request.of("GET", "/a").target()).isEqualTo("/a");
    }

    @Test
    void comparesBodiesByTheirOctets() {
        Request request = Request.of("POST", "/a");

        assertThat(request.withBody(Body.of("é")))
                .isEqualTo(request.withBody(Body.of(new byte[] {(byte) 0xC3, (byte) 0xA9})))
                .hasSameHashCodeAs(request.withBody(Body.of("é")))
                .isNotEqualTo(request);
    }

    @Test
    void replacesAHeaderOfTheSameName() {
        Request request = Request.of("GET", "/").withHeader("A", "1").withHeader("a", "2");

        assertThat(request.headers().all("A")).containsExactly("2");
    }
}
