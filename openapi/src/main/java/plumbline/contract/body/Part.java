package plumbline.contract.body;

import java.util.Locale;
import java.util.Optional;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.QuotedText;

/**
 * One part of a multipart body.
 *
 * @param headers its headers
 * @param body its content
 */
record Part(Headers headers, Body body) {
    /** {@return the name in a form (RFC 7578, section 4.2)} */
    Optional<String> name() {
        for (String parameter :
                QuotedText.split(headers.first("Content-Disposition").orElse(""), ';')) {
            int equals = parameter.indexOf('=');
            if (equals > 0
                    && "name".equals(parameter.substring(0, equals).trim().toLowerCase(Locale.ROOT))) {
                // As browsers write it.
                return Optional.of(
                        QuotedText.unquote(parameter.substring(equals + 1).trim())
                                .replace("%22", "\"")
                                .replace("%0D", "\r")
                                .replace("%0A", "\n"));
            }
        }
        return Optional.empty();
    }

    static String quoted(String name) {
        return '"'
                + name.replace("\\", "\\\\")
                        .replace("\"", "%22")
                        .replace("\r", "%0D")
                        .replace("\n", "%0A")
                + '"';
    }
}
