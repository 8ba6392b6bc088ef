package plumbline.guard.rules.document;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;

/** Looks for components that nothing refers to. */
final class UnusedComponentInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Set<String> schemes = document.parts().of("requirement").stream()
                .flatMap(requirement -> requirement.members().keySet().stream())
                .collect(Collectors.toSet());
        Set<String> derived = derived(document);
        Set<String> extended = new HashSet<>();
        collect(document.root().value(), false, extended);
        document.root().members("components").forEach((section, map) -> {
            if (section.startsWith("x-")) {
                return;
            }
            map.members().forEach((name, component) -> {
                boolean isUsed = "securitySchemes".equals(section)
                        ? schemes.contains(name)
                        : document.parts().isReferredTo(component)
                                || isReferredBelow(document, component)
                                || derived.contains(component.identity())
                                || extended.contains("#" + component.pointer());
                if (!isUsed && !name.startsWith("x-")) {
                    findings.add(
                            GuardRule.UNUSED_COMPONENT,
                            component,
                            "nothing uses '" + name + "' of " + section,
                            "remove it, if nobody else refers to it");
                }
            });
        });
    }

    private static boolean isReferredBelow(InspectedDocument document, Node component) {
        return component.members().values().stream()
                .anyMatch(member -> document.parts().isReferredTo(member)
                        || member.members().values().stream().anyMatch(document.parts()::isReferredTo));
    }

    /** Extensions refer to components, too, such as x-webhooks of documents for 3.0. */
    private static void collect(JsonNode value, boolean isExtension, Set<String> references) {
        value.forEachEntry((name, member) -> {
            if (isExtension && "$ref".equals(name) && member.isString()) {
                references.add(member.stringValue());
            }
            collect(member, isExtension || name.startsWith("x-"), references);
        });
        if (value.isArray()) {
            value.forEach(item -> collect(item, isExtension, references));
        }
    }

    /** Schemas that include another one may be meant by its discriminator. */
    private static Set<String> derived(InspectedDocument document) {
        return document
                .root()
                .get("components")
                .map(components -> components.members("schemas"))
                .orElse(Map.of())
                .values()
                .stream()
                .filter(schema -> schema.items("allOf").stream()
                        .flatMap(branch -> DocumentParts.end(branch).stream())
                        .anyMatch(base -> base.get("discriminator").isPresent()))
                .map(Node::identity)
                .collect(Collectors.toSet());
    }
}
