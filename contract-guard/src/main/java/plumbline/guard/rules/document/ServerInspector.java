package plumbline.guard.rules.document;

import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;

/** Looks at the variables of servers. */
final class ServerInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node server : document.objects("server")) {
            String url = server.text("url").orElse("");
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
