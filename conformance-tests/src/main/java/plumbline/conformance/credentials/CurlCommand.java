package plumbline.conformance.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Header;
import plumbline.contract.http.Request;

/** Writes a request as a curl command that can be pasted into a POSIX shell, with variables in place of secrets. */
public final class CurlCommand {
    private static final Set<String> CURL_SENDS_THEM = Set.of("accept-encoding", "user-agent");

    private final Target target;
    private final Secrets secrets;

    public CurlCommand(Target target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
    }

    /** {@return the command that sends this request, which is dressed as it was sent} */
    public String write(Request request) {
        List<String> words = new ArrayList<>(List.of("curl", "-i"));
        if ("HEAD".equals(request.method())) {
            words.set(1, "--head");
        } else if (!"GET".equals(request.method()) || !request.body().isEmpty()) {
            words.add("-X");
            words.add(request.method());
        }
        for (Header header : request.headers()) {
            addHeader(words, header);
        }
        if (!request.body().isEmpty()) {
            words.add("--data-binary");
            words.add(quote(secrets.redact(request.body().text())));
        }
        if (request.path().contains("/.") || request.path().contains("//")) {
            words.add("--path-as-is");
        }
        words.add(quote(secrets.redact(target.origin() + request.target())));
        return String.join(" ", words);
    }

    private void addHeader(List<String> words, Header header) {
        if (CURL_SENDS_THEM.contains(header.name().toLowerCase(Locale.ROOT))
                || header.is("Accept") && "*/*".equals(header.value())) {
            return;
        }
        boolean fromUser = target.headers().all(header.name()).contains(header.value());
        if (header.is("Authorization") && isOfUser(header)) {
            words.add("-u");
            words.add("\"$PLUMBLINE_USER\"");
        } else if (fromUser && secrets.isSecret(header.name())) {
            words.add("-H");
            words.add("\"" + header.name() + ": $" + variable(header.name()) + "\"");
        } else {
            words.add("-H");
            words.add(quote(secrets.redact(
                    header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value())));
        }
    }

    private boolean isOfUser(Header header) {
        String user = target.user();
        return user != null && header.value().equals(Credentials.basic(user));
    }

    /** {@return the variable that stands for the value of a secret header} */
    static String variable(String headerName) {
        return "PLUMBLINE_" + headerName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
