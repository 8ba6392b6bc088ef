package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.http.FormParameter;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads bodies of HTML forms. */
public final class SubmittedForm {
    private SubmittedForm() {}

    /** {@return the fields by name; none if the text is not a form} */
    public static Map<String, FormParameter> decode(String text, Charset charset) {
        MultiMap<String> fields = new MultiMap<>();
        try {
            UrlEncoded.decodeTo(text, fields, charset);
        } catch (IllegalArgumentException malformed) {
            return Map.of();
        }
        Map<String, FormParameter> parameters = new HashMap<>();
        fields.forEach((name, values) -> parameters.put(name, new FormParameter(name, values)));
        return parameters;
    }
}
