package plumbline.mock.state.kinds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.mock.state.ItemKind;

/** Finds what there is one of, which can be read and changed under one path: settings, a profile, the owner of a shop. */
final class Singletons {
    private static final Showing WHOLE = new Showing(Showing.Shape.ITEM, "", List.of());

    private final Contract contract;
    private final Kinds kinds;

    Singletons(Contract contract, Kinds kinds) {
        this.contract = contract;
        this.kinds = kinds;
    }

    void find() {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            paths.computeIfAbsent(operation.template().toString(), path -> new ArrayList<>())
                    .add(operation);
        }
        paths.values().stream()
                .filter(operations -> operations.stream()
                        .allMatch(operation -> kinds.membership(operation).isEmpty()))
                .forEach(this::add);
    }

    private void add(List<Operation> operations) {
        Optional<Operation> get = on(operations, "GET");
        Optional<Operation> change = on(operations, "PUT").or(() -> on(operations, "PATCH"));
        Optional<Schema> schema = get.flatMap(Singletons::answered)
                .filter(answer -> SchemaShape.of(answer).isMeantAsObject());
        if (change.isEmpty() || schema.isEmpty() || !takesTheSame(change.get(), schema.get())) {
            return;
        }
        Operation read = get.orElseThrow();
        List<String> names = read.template().names();
        LivingKind kind = new LivingKind(
                new ItemKind(read.template().toString(), parent(read), names.size(), 0, isLasting(operations)),
                read.template(),
                List.of(),
                schema.get(),
                List.of(schema.get()),
                operations,
                operations,
                true);
        kinds.add(kind);
        for (Operation operation : operations) {
            role(operation)
                    .ifPresent(role -> kinds.add(new Membership(
                            kind,
                            operation,
                            role,
                            role == Role.REPLACE,
                            role == Role.REMOVE
                                    ? null
                                    : answered(operation)
                                            .filter(answer ->
                                                    SchemaShape.of(answer).isMeantAsObject())
                                            .map(answer -> WHOLE)
                                            .orElse(null),
                            List.of())));
        }
    }

    /** Whether nobody makes or removes it. */
    private static boolean isLasting(List<Operation> operations) {
        return on(operations, "DELETE").isEmpty()
                && operations.stream()
                        .noneMatch(operation -> operation.response("201").isPresent());
    }

    private static Optional<Role> role(Operation operation) {
        return switch (operation.method()) {
            case "GET" -> Optional.of(Role.READ);
            case "PUT" -> Optional.of(Role.REPLACE);
            case "PATCH" -> Optional.of(Role.CHANGE);
            case "DELETE" -> Optional.of(Role.REMOVE);
            default -> Optional.empty();
        };
    }

    private static Optional<Operation> on(List<Operation> operations, String method) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    private static Optional<Schema> answered(Operation operation) {
        return operation.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .flatMap(spec -> ItemView.of(spec, WHOLE).stream())
                .map(ItemView::body)
                .findFirst();
    }

    /** Whether what is sent is a part of what is read, so that it is the same thing. */
    private static boolean takesTheSame(Operation change, Schema read) {
        Set<String> known = SchemaShape.of(read).propertyNames();
        return change.body() != null
                && change.body().content().stream()
                        .flatMap(content -> Optional.ofNullable(content.schema()).stream())
                        .map(SchemaShape::of)
                        .anyMatch(sent -> sent.propertyNames().stream().anyMatch(known::contains));
    }

    private @Nullable ItemKind parent(Operation read) {
        String path = read.template().toString();
        return kinds.all().stream()
                .filter(LivingKind::isNamed)
                .filter(kind -> path.startsWith(kind.item() + "/"))
                .map(LivingKind::stored)
                .max(java.util.Comparator.comparingInt(kind -> kind.scopeSize() + kind.keySize()))
                .orElse(null);
    }
}
