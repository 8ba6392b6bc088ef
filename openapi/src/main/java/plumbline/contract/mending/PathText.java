package plumbline.contract.mending;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;

/** A path without its first slash, or whose braces hold a name twice or none. */
final class PathText implements MendingRule {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}/]*)}");

    @Override
    public Optional<String> mend(Fault fault) {
        boolean isPath = "/paths".equals(fault.parent())
                && fault.isError()
                && fault.value().isObject()
                && (fault.isAbout(Topic.PATH) || !fault.name().startsWith("/"));
        if (!isPath) {
            return Optional.empty();
        }
        String name = fault.name();
        String mended = distinct(name.startsWith("/") ? name : "/" + name);
        boolean isMended = !mended.equals(name)
                && !mended.replaceAll(EXPRESSION.pattern(), "").matches(".*[{}].*")
                && fault.tree().rename(fault.pointer(), mended);
        return isMended ? Optional.of("it is read as '" + mended + "'") : Optional.empty();
    }

    private static String distinct(String path) {
        Set<String> taken = new HashSet<>();
        Matcher matcher = EXPRESSION.matcher(path);
        return matcher.replaceAll(found -> {
            String wanted = found.group(1).isEmpty() ? "value" : found.group(1);
            String name = wanted;
            for (int i = 2; !taken.add(name); i++) {
                name = wanted + i;
            }
            return Matcher.quoteReplacement("{" + name + "}");
        });
    }
}
