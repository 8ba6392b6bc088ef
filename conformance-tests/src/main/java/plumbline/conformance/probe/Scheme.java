package plumbline.conformance.probe;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;

/** HTTP is spoken where HTTPS is understood, or a certificate is missing that can only be missed by breaking off. */
final class Scheme {
    private Scheme() {}

    static Optional<String> fault(ProbeResult result) {
        if (!result.all(one -> isCut(one) || complainsOfPlainText(one))) {
            return Optional.empty();
        }
        Target target = result.target();
        if ("https".equalsIgnoreCase(target.baseUrl().getScheme())) {
            return target.connection().identity() == null && result.all(Scheme::isCut)
                    ? Optional.of(
                            target + " breaks every connection off: if it wants a certificate of ours, give one with "
                                    + RunSetting.CERTIFICATE)
                    : Optional.empty();
        }
        URI secure = URI.create(target.toString().replaceFirst("(?i)^http:", "https:"));
        Target other = Target.of(secure)
                .withTimeout(target.timeout())
                .withConnection(target.connection().insecure());
        Answer answer = result.elsewhere()
                .apply(other)
                .send(Request.of("GET", result.first().request().path()));
        return answer instanceof Answer.Received
                ? Optional.of(target + " speaks HTTPS, not plain HTTP: begin its base URL with https://")
                : Optional.empty();
    }

    private static boolean isCut(Inquiry one) {
        return one.answer() instanceof Answer.Broken broken && broken.fault() == Answer.Fault.CUT;
    }

    private static boolean complainsOfPlainText(Inquiry one) {
        return one.response()
                .filter(response -> response.status() == 400)
                .map(response -> response.body().text().toLowerCase(Locale.ROOT))
                .filter(text -> text.contains("https") || text.contains("tls"))
                .isPresent();
    }
}
