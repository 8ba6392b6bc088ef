package plumbline.guard.rules;

import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import tools.jackson.databind.JsonNode;

/** Looks at the variables of servers. */
final class ServerInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node server : subject.objects("server")) {
            String url = server.text("url").orElse("");
            server.members("variables").forEach((name, variable) -> {
                if (!url.contains("{" + name + "}")) {
                    notes.add(
                            Catalogue.SERVER,
                            Severity.WARNING,
                            variable,
                            "the variable '" + name + "' does not occur in the URL '" + url + "'",
                            "write it as {" + name + "} there, or remove it");
                }
                values(variable, notes);
            });
        }
    }

    private static void values(Node variable, Notes notes) {
        JsonNode choices = variable.value().path("enum");
        variable.get("default").ifPresent(standard -> {
            boolean isChoice = choices.valueStream().anyMatch(choice -> choice.equals(standard.value()));
            if (choices.isArray() && !isChoice) {
                notes.add(
                        Catalogue.DEFAULT,
                        standard,
                        "the default " + standard.value() + " is none of the values of the variable: " + choices,
                        "add it to 'enum', or use one of these");
            }
        });
        if (choices.isArray() && choices.isEmpty()) {
            notes.add(
                    Catalogue.SERVER,
                    variable,
                    "the variable may have no value at all",
                    "remove 'enum', or list values in it");
        }
    }
}
