package plumbline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTests {
    @ParameterizedTest
    @CsvSource({
        "http://a.example/x,    http://A.EXAMPLE:80/y,  true,  false",
        "https://a.example/x,   HTTPS://a.example:443/, true,  false",
        "http://a.example/x,    https://a.example/x,    false, true",
        "http://a.example:8080, https://a.example:8443, false, true",
        "https://a.example/x,   http://a.example/x,     false, false",
        "http://a.example/x,    https://b.example/x,    false, false",
        "http://a.example/x,    http://a.example:81/x,  false, false",
        "file:///a,             file:///b,              true,  false",
    })
    void isSharedOrSecured(URI from, URI to, boolean shared, boolean secured) {
        assertThat(Origin.of(from).equals(Origin.of(to))).isEqualTo(shared);
        assertThat(Origin.of(from).isSecuredBy(Origin.of(to))).isEqualTo(secured);
    }
}
