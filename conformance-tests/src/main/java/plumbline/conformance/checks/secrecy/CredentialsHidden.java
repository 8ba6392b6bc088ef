package plumbline.conformance.checks.secrecy;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.credentials.Secrets;

/** Errors do not repeat the credentials that were sent, since errors end up in logs and on screens. */
final class CredentialsHidden implements Check {
    private final Secrets secrets;

    CredentialsHidden(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public CheckId id() {
        return CheckId.CREDENTIALS_HIDDEN;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (exchange.status() < 400 || exchange.response().body().isEmpty()) {
            return Judgement.notApplied();
        }
        String text = exchange.response().body().text();
        return secrets.isIn(text)
                ? Judgement.of(id().finding("the error repeats the credentials that were sent")
                        .comparing("an error without them", Scope.excerpt(secrets.redact(text)))
                        .at("body")
                        .withHint("leave credentials out of errors"))
                : Judgement.good();
    }
}
