package plumbline.cli.options.verifying;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.auth.Auth;

/** Credentials for the security schemes of a contract, whatever these are called. */
public final class CredentialOptions {
    @Option(
            names = "--bearer",
            paramLabel = "TOKEN",
            description = "A token for the schemes of the contract that take bearer tokens (bearer, OAuth 2, OpenID"
                    + " Connect).")
    private @Nullable String token;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "A key for the API key schemes of the contract, sent in the header, query parameter or cookie"
                    + " that it names.")
    private @Nullable String key;

    /** {@return these credentials beside what is said of schemes by their names} */
    public Auth beside(Auth named) {
        Auth all = token == null ? named : named.withBearer(token);
        return key == null ? all : all.withKey(key);
    }
}
