package plumbline.guard.rules.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.text.Spelling;

/** Looks at what security schemes lack, and at the scopes that operations ask for. */
final class SecurityInspector implements Inspector {
    private static final Map<String, List<String>> NEEDED = Map.of(
            "apiKey", List.of("name", "in"),
            "http", List.of("scheme"),
            "oauth2", List.of("flows"),
            "openIdConnect", List.of("openIdConnectUrl"));
    private static final Map<String, List<String>> NEEDED_OF_FLOWS = Map.of(
            "implicit", List.of("authorizationUrl"),
            "password", List.of("tokenUrl"),
            "clientCredentials", List.of("tokenUrl"),
            "authorizationCode", List.of("authorizationUrl", "tokenUrl"),
            "deviceAuthorization", List.of("deviceAuthorizationUrl", "tokenUrl"));

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Map<String, Node> schemes = document.root()
                .get("components")
                .map(components -> components.members("securitySchemes"))
                .orElse(Map.of());
        for (Node scheme : document.objects("securityScheme")) {
            lacking(scheme, NEEDED.getOrDefault(scheme.text("type").orElse(""), List.of()), findings);
            scheme.members("flows")
                    .forEach((name, flow) -> lacking(flow, NEEDED_OF_FLOWS.getOrDefault(name, List.of()), findings));
        }
        for (Node requirement : document.parts().of("requirement")) {
            requirement
                    .members()
                    .forEach((name, scopes) -> Optional.ofNullable(schemes.get(name))
                            .flatMap(DocumentParts::end)
                            .filter(scheme ->
                                    "oauth2".equals(scheme.text("type").orElse("")))
                            .ifPresent(scheme -> inspect(name, scopes, known(scheme), findings)));
        }
    }

    private static void lacking(Node node, List<String> needed, FindingCollector findings) {
        needed.stream()
                .filter(name -> node.get(name).isEmpty() && !findings.hasErrorAt(node))
                .forEach(name -> findings.add(
                        GuardRule.SECURITY,
                        Severity.WARNING,
                        node,
                        "'" + name + "' is missing, without which clients cannot use it",
                        "add '" + name + ":'"));
    }

    private static Set<String> known(Node scheme) {
        return scheme.members("flows").values().stream()
                .flatMap(flow -> flow.members("scopes").keySet().stream())
                .collect(Collectors.toSet());
    }

    private static void inspect(String name, Node scopes, Set<String> known, FindingCollector findings) {
        for (Node scope : scopes.items()) {
            String text = scope.value().asString("");
            if (!known.contains(text)) {
                findings.add(
                        GuardRule.SECURITY_SCOPE,
                        scope,
                        "no flow of '" + name + "' has the scope '" + text + "'" + Spelling.suggestion(text, known),
                        "add it to the 'scopes' of a flow");
            }
        }
    }
}
