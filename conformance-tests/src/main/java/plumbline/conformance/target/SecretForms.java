package plumbline.conformance.target;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import plumbline.contract.http.PercentCoding;

/** The ways in which servers write back what they are told. */
final class SecretForms {
    private SecretForms() {}

    /** {@return a secret as it is, and escaped or encoded for URLs, forms, JSON, markup and headers} */
    static Set<String> of(String secret) {
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        String percent = PercentCoding.encode(secret);
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(percent);
        forms.add(percent.toLowerCase(Locale.ROOT));
        forms.add(form);
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.add(markup(secret).replace("'", "&#39;"));
        forms.add(markup(secret));
        forms.add(Base64.getEncoder().encodeToString(octets));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(octets));
        forms.add(Base64.getUrlEncoder().encodeToString(octets));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
        return forms;
    }

    private static String markup(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
