package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares the credentials that an operation asks for. */
record SecurityComparison(OperationDifferences differences, Operation before, Operation now) {
    /**
     * Credentials that are asked for together.
     *
     * @param scopes the scopes by what has to be shown, whatever the schemes are called
     * @param schemes the schemes by what has to be shown
     * @param node the place
     */
    private record Alternative(Map<String, Set<String>> scopes, Map<String, SecurityScheme> schemes, Node node) {
        static Alternative of(SecurityRequirement requirement) {
            Map<String, Set<String>> scopes = new LinkedHashMap<>();
            Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
            for (SecurityScheme scheme : requirement.schemes()) {
                Set<String> needed = new LinkedHashSet<>();
                requirement
                        .node()
                        .items(scheme.name())
                        .forEach(scope -> needed.add(scope.value().asString("")));
                scopes.put(meaning(scheme), needed);
                schemes.put(meaning(scheme), scheme);
            }
            return new Alternative(scopes, schemes, requirement.node());
        }

        private static String meaning(SecurityScheme scheme) {
            String parameter = scheme.in() == Parameter.In.HEADER
                    ? scheme.parameter().toLowerCase(Locale.ROOT)
                    : scheme.parameter();
            return scheme.kind() + " " + scheme.in() + " " + parameter + " " + scheme.httpScheme();
        }

        /** Whether those who show what the other asks for show enough. */
        boolean isMetBy(Alternative other) {
            return scopes.entrySet().stream().allMatch(entry -> {
                Set<String> shown = other.scopes.get(entry.getKey());
                return shown != null && shown.containsAll(entry.getValue());
            });
        }

        boolean hasSchemesOf(Alternative other) {
            return scopes.keySet().equals(other.scopes.keySet());
        }

        Set<String> scopesBeyond(Alternative other) {
            Set<String> more = new LinkedHashSet<>();
            scopes.values().forEach(more::addAll);
            other.scopes.values().forEach(more::removeAll);
            return more;
        }

        @Override
        public String toString() {
            return schemes.isEmpty()
                    ? "no credentials"
                    : String.join(
                            " and ",
                            schemes.values().stream().map(SecurityScheme::name).toList());
        }
    }

    void compare() {
        Node place = security(before);
        Node placeNow = security(now);
        if (now.isOpen() || before.isOpen()) {
            if (!now.isOpen()) {
                String what = "credentials are needed now: " + titles(alternatives(now));
                differences.tell(OperationChange.SECURITY_ADDED, what, place, placeNow);
            } else if (!before.isOpen()) {
                differences.tell(
                        OperationChange.SECURITY_REMOVED, "no credentials are needed any more", place, placeNow);
            }
            return;
        }
        compareDefinitions();
        List<Alternative> added = new ArrayList<>(alternatives(now));
        for (Alternative old : alternatives(before)) {
            compare(old, added, placeNow);
        }
        added.removeIf(other -> alternatives(before).stream().anyMatch(other::hasSchemesOf));
        for (Alternative other : added) {
            String what = other + " will do as well now";
            differences.tell(OperationChange.SECURITY_ALTERNATIVE_ADDED, what, place, other.node());
        }
    }

    private void compareDefinitions() {
        Map<String, SecurityScheme> schemes = schemes(before);
        Map<String, SecurityScheme> schemesNow = schemes(now);
        schemes.forEach((meaning, scheme) -> {
            SecurityScheme same = schemesNow.get(meaning);
            if (same != null) {
                new SecurityDefinitions(differences, scheme, same).compare();
            }
        });
    }

    private static Map<String, SecurityScheme> schemes(Operation operation) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        alternatives(operation).forEach(alternative -> alternative.schemes().forEach(schemes::putIfAbsent));
        return schemes;
    }

    private void compare(Alternative old, List<Alternative> added, Node placeNow) {
        Optional<Alternative> same =
                alternatives(now).stream().filter(old::hasSchemesOf).findFirst();
        boolean isEnough = alternatives(now).stream().anyMatch(other -> other.isMetBy(old));
        if (same.isEmpty() && !isEnough) {
            differences.tell(
                    OperationChange.SECURITY_ALTERNATIVE_REMOVED, old + " will no longer do", old.node(), placeNow);
            return;
        }
        if (same.isPresent()) {
            compareScopes(old, same.get(), isEnough);
        } else {
            added.removeIf(other -> other.isMetBy(old));
            String what = old + " is more than is needed now: " + titles(alternatives(now));
            differences.tell(OperationChange.SECURITY_ALTERNATIVE_ADDED, what, old.node(), placeNow);
        }
    }

    private void compareScopes(Alternative old, Alternative other, boolean isEnough) {
        Set<String> more = other.scopesBeyond(old);
        Set<String> less = old.scopesBeyond(other);
        if (!more.isEmpty() && !isEnough) {
            String what = old + " needs the scope " + String.join(" and ", more) + " now";
            differences.tell(OperationChange.SECURITY_SCOPE_ADDED, what, old.node(), other.node());
        }
        if (!less.isEmpty()) {
            String what = old + " no longer needs the scope " + String.join(" and ", less);
            differences.tell(OperationChange.SECURITY_SCOPE_REMOVED, what, old.node(), other.node());
        }
    }

    private static List<Alternative> alternatives(Operation operation) {
        return operation.security().stream().map(Alternative::of).toList();
    }

    private static String titles(List<Alternative> alternatives) {
        return String.join(
                " or ", alternatives.stream().map(Alternative::toString).toList());
    }

    private static Node security(Operation operation) {
        Node root = operation.node().document().root();
        return operation.node().get("security").or(() -> root.get("security")).orElse(operation.node());
    }
}
