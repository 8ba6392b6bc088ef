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

    @Test
    void putsACookieBesideTheOthers() {
        Request request = Request.of("GET", "/").withHeader("Cookie", "a=1; session=old;b=2");

        assertThat(request.withCookie("session", "new").headers().all("Cookie"))
                .containsExactly("a=1; b=2; session=new");
        assertThat(Request.of("GET", "/").withCookie("session", "new").headers().all("Cookie"))
                .containsExactly("session=new");
    }

    @Test
    void leavesTheOtherCookiesAndNoEmptyLine() {
        Request request = Request.of("GET", "/").withHeader("Cookie", "a=1; ab=2; a=3");

        assertThat(request.withoutCookie("a").headers().all("Cookie")).containsExactly("ab=2");
        assertThat(request.withoutCookie("a").withoutCookie("ab").headers().all("Cookie"))
                .isEmpty();
    }
}
