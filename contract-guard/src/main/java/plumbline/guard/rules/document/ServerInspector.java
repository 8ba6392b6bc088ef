package plumbline.guard.rules.document;

import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;

/** Looks at the URLs and variables of servers. */
final class ServerInspector implements Inspector {
    private static final Pattern HOST = Pattern.compile("(([\\w-]+\\.)+[a-z]{2,}|localhost)(:\\d+)?(/.*)?");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node server : document.objects("server")) {
            String url = server.text("url").orElse("");
            if (HOST.matcher(url).matches()) {
                findings.add(
                        GuardRule.SERVER,
                        Severity.WARNING,
                        server,
                        "the URL '" + url + "' has no scheme, so that it is a path relative to the document",
                        "write https://" + url);
            }
            server.members("variables").forEach((name, variable) -> {
                if (!url.contains("{" + name + "}")) {
                    findings.add(
                            GuardRule.SERVER,
                            Severity.WARNING,
                            variable,
                            "the variable '" + name + "' does not occur in the URL '" + url + "'",
                            "write it as {" + name + "} there, or remove it");
                }
                values(variable, findings);
            });
        }
    }

    private static void values(Node variable, FindingCollector findings) {
        JsonNode choices = variable.value().path("enum");
        variable.get("default").ifPresent(standard -> {
            boolean isChoice = choices.valueStream().anyMatch(choice -> choice.equals(standard.value()));
            if (choices.isArray() && !isChoice) {
                findings.add(
                        GuardRule.DEFAULT,
                        standard,
                        "the default " + standard.value() + " is none of the values of the variable: " + choices,
                        "add it to 'enum', or use one of these");
            }
        });
        if (choices.isArray() && choices.isEmpty()) {
            findings.add(
                    GuardRule.SERVER,
                    variable,
                    "the variable may have no value at all",
                    "remove 'enum', or list values in it");
        }
    }
}
