package plumbline.guard.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.Parts;
import plumbline.text.Spelling;

/** Looks at the scopes that operations ask for. */
final class SecurityInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        Map<String, Node> schemes = subject.root()
                .get("components")
                .map(components -> components.members("securitySchemes"))
                .orElse(Map.of());
        for (Node requirement : subject.parts().of("requirement")) {
            requirement
                    .members()
                    .forEach((name, scopes) -> Optional.ofNullable(schemes.get(name))
                            .flatMap(Parts::end)
                            .filter(scheme ->
                                    "oauth2".equals(scheme.text("type").orElse("")))
                            .ifPresent(scheme -> inspect(name, scopes, known(scheme), notes)));
        }
    }

    private static Set<String> known(Node scheme) {
        return scheme.members("flows").values().stream()
                .flatMap(flow -> flow.members("scopes").keySet().stream())
                .collect(Collectors.toSet());
    }

    private static void inspect(String name, Node scopes, Set<String> known, Notes notes) {
        for (Node scope : scopes.items()) {
            String text = scope.value().asString("");
            if (!known.contains(text)) {
                notes.add(
                        Catalogue.SECURITY_SCOPE,
                        scope,
                        "no flow of '" + name + "' has the scope '" + text + "'" + Spelling.suggestion(text, known),
                        "add it to the 'scopes' of a flow");
            }
        }
    }
}
