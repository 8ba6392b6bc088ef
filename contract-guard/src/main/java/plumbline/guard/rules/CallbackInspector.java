package plumbline.guard.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;

/** Looks at the names of callbacks, which are URLs with expressions in them. */
final class CallbackInspector implements Inspector {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern KNOWN = Pattern.compile("\\$(url|method|statusCode|"
            + "(request|response)\\.(header\\.[^ ]+|query\\..+|path\\..+|body(#(/.*)?)?))");

    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node callback : subject.objects("callback")) {
            callback.members().forEach((name, item) -> {
                if (!name.startsWith("x-")) {
                    inspect(name, item, notes);
                }
            });
        }
    }

    private static void inspect(String name, Node item, Notes notes) {
        Matcher expression = EXPRESSION.matcher(name);
        while (expression.find()) {
            String text = expression.group(1);
            if (text.startsWith("$") && !KNOWN.matcher(text).matches()) {
                notes.add(
                        Catalogue.CALLBACK,
                        item,
                        "{" + text + "} is no runtime expression",
                        "write it like {$request.body#/callbackUrl}");
            }
        }
    }
}
