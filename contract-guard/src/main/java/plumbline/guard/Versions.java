package plumbline.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.Contract;

/**
 * The versions that two contracts say they are of.
 *
 * @param before that of the older one
 * @param now that of the newer one
 */
public record Versions(String before, String now) {
    private static final Pattern SEMANTIC = Pattern.compile("v?(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})([-+].*)?");

    static String of(Contract contract) {
        return contract.root()
                .get("info")
                .flatMap(info -> info.get("version"))
                .map(version -> version.value().asString(""))
                .orElse("");
    }

    /** {@return whether both are semantic versions of which the newer one says that it breaks nobody} */
    public boolean promisesCompatibility() {
        Matcher old = SEMANTIC.matcher(before);
        Matcher other = SEMANTIC.matcher(now);
        if (!old.matches() || !other.matches() || !old.group(1).equals(other.group(1))) {
            return false;
        }
        // Before 1.0.0, the second number is the one that may break (semver.org, 4).
        return !"0".equals(old.group(1)) || old.group(2).equals(other.group(2));
    }

    /** {@return the version that breaks clients openly, or nothing to say where the old one is no semantic version} */
    public String next(boolean isBreaking) {
        Matcher old = SEMANTIC.matcher(before);
        if (!old.matches()) {
            return "";
        }
        int major = Integer.parseInt(old.group(1));
        int minor = Integer.parseInt(old.group(2));
        return isBreaking && major > 0 ? (major + 1) + ".0.0" : major + "." + (minor + 1) + ".0";
    }
}
