package plumbline.conformance.checks.secrecy;

import java.util.List;
import plumbline.conformance.Check;
import plumbline.conformance.credentials.Secrets;

/** The checks that answers give nothing away. */
public final class SecrecyChecks {
    private SecrecyChecks() {}

    /** {@return those that know nothing of the target} */
    public static List<Check> all() {
        return List.of(new InternalsHidden());
    }

    /** {@return the check that no credential is shown} */
    public static Check of(Secrets secrets) {
        return new CredentialsHidden(secrets);
    }
}
