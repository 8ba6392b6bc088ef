package plumbline.guard.rules.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks at the names of callbacks, which are URLs with expressions in them. */
final class CallbackInspector implements Inspector {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern KNOWN = Pattern.compile("\\$(url|method|statusCode|"
            + "(request|response)\\.(header\\.[^ ]+|query\\..+|path\\..+|body(#(/.*)?)?))");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node callback : document.objects("callback")) {
            callback.members().forEach((name, item) -> {
                if (!name.startsWith("x-")) {
                    inspect(name, item, findings);
                }
            });
        }
    }

    private static void inspect(String name, Node item, FindingCollector findings) {
        Matcher expression = EXPRESSION.matcher(name);
        while (expression.find()) {
            String text = expression.group(1);
            if (text.startsWith("$") && !KNOWN.matcher(text).matches()) {
                findings.add(
                        GuardRule.CALLBACK,
                        item,
                        "{" + text + "} is no runtime expression",
                        "write it like {$request.body#/callbackUrl}");
            }
        }
    }
}
