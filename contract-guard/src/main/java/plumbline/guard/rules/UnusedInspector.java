package plumbline.guard.rules;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.Parts;
import tools.jackson.databind.JsonNode;

/** Looks for components that nothing refers to. */
final class UnusedInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        Set<String> schemes = subject.parts().of("requirement").stream()
                .flatMap(requirement -> requirement.members().keySet().stream())
                .collect(Collectors.toSet());
        Set<String> derived = derived(subject);
        Set<String> extended = new HashSet<>();
        collect(subject.root().value(), false, extended);
        subject.root().members("components").forEach((section, map) -> {
            if (section.startsWith("x-")) {
                return;
            }
            map.members().forEach((name, component) -> {
                boolean isUsed = "securitySchemes".equals(section)
                        ? schemes.contains(name)
                        : subject.parts().isReferredTo(component)
                                || isReferredBelow(subject, component)
                                || derived.contains(component.identity())
                                || extended.contains("#" + component.pointer());
                if (!isUsed && !name.startsWith("x-")) {
                    notes.add(
                            Catalogue.UNUSED_COMPONENT,
                            component,
                            "nothing uses '" + name + "' of " + section,
                            "remove it, if nobody else refers to it");
                }
            });
        });
    }

    private static boolean isReferredBelow(Subject subject, Node component) {
        return component.members().values().stream()
                .anyMatch(member -> subject.parts().isReferredTo(member)
                        || member.members().values().stream().anyMatch(subject.parts()::isReferredTo));
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
    private static Set<String> derived(Subject subject) {
        return subject
                .root()
                .get("components")
                .map(components -> components.members("schemas"))
                .orElse(Map.of())
                .values()
                .stream()
                .filter(schema -> schema.items("allOf").stream()
                        .flatMap(branch -> Parts.end(branch).stream())
                        .anyMatch(base -> base.get("discriminator").isPresent()))
                .map(Node::identity)
                .collect(Collectors.toSet());
    }
}
