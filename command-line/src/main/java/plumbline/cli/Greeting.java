package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixture;
import plumbline.mock.MockServer;
import plumbline.text.PlainText;

/**
 * What a user reads when the mock runs.
 *
 * @param server the mock
 * @param certificate what {@code curl} is told to trust; null if it need not be told
 */
record Greeting(MockServer server, @Nullable Path certificate) {
    private static final int MOST_OPERATIONS = 20;
    private static final int MOST_FIXTURES = 20;

    void print(PrintWriter out) {
        out.println("Listening on " + server.baseUrl());
        out.println("Mock of \"" + PlainText.printable(server.contract().title()) + "\" from "
                + server.contract().documentName());
        out.println();
        List<Operation> operations = server.contract().operations();
        operations.stream().limit(MOST_OPERATIONS).forEach(operation -> {
            String summary = operation.description().summary();
            out.println("  " + operation.title() + (summary.isEmpty() ? "" : "  " + PlainText.printable(summary)));
            printFixtures(operation, out);
        });
        printRest(operations.size() - MOST_OPERATIONS, "operations", "  ", out);
        if (operations.isEmpty()) {
            out.println("  Nothing is served: the contract describes no operation.");
        }
        curl().ifPresent(command -> {
            out.println();
            out.println("Try it:");
            out.println("  " + command);
        });
        out.println();
        out.println("Stop with Ctrl-C.");
    }

    private void printFixtures(Operation operation, PrintWriter out) {
        List<Fixture> fixtures = server.fixtures().all().stream()
                .filter(fixture -> fixture.operation().equals(operation))
                .toList();
        fixtures.stream()
                .limit(MOST_FIXTURES)
                .forEach(fixture -> out.println("      " + fixture.path() + status(fixture)));
        printRest(fixtures.size() - MOST_FIXTURES, "fixtures", "      ", out);
    }

    private static String status(Fixture fixture) {
        return fixture.status() == 200 ? "" : " -> " + fixture.status();
    }

    private static void printRest(int rest, String what, String indent, PrintWriter out) {
        if (rest > 0) {
            out.println(indent + "and " + rest + " more " + what);
        }
    }

    private Optional<String> curl() {
        Optional<Fixture> fixture = server.fixtures().all().stream()
                .filter(candidate -> candidate.status() == 200)
                .findFirst();
        Optional<Operation> simple = server.contract().operations().stream()
                .filter(operation -> "GET".equals(operation.method())
                        && operation.template().names().isEmpty())
                .findFirst();
        return fixture.map(found -> curl(found.operation(), found.path()))
                .or(() -> simple.map(found -> curl(found, found.template().path())));
    }

    private String curl(Operation operation, String path) {
        String credentials = operation.isOpen()
                ? ""
                : operation.security().get(0).schemes().stream()
                        .map(Greeting::credentials)
                        .reduce("", (before, next) -> before + next + " ");
        Request needed = needed(operation, path);
        StringBuilder headers = new StringBuilder();
        needed.headers()
                .forEach(header -> headers.append("-H ")
                        .append(quoted(header.name() + ": " + header.value()))
                        .append(' '));
        String trusting = certificate == null ? "" : "--cacert " + quoted(certificate.toString()) + " ";
        return "curl " + trusting + credentials + headers + quoted(server.baseUrl() + needed.target());
    }

    /** The request with what else it must have. */
    private Request needed(Operation operation, String path) {
        Request bare = Request.of("GET", path);
        boolean isEnough = operation.parameters().stream()
                .noneMatch(parameter -> parameter.required() && parameter.in() != Parameter.In.PATH);
        if (isEnough && operation.template().queryParts() == 0) {
            return bare;
        }
        try {
            return new RequestSampler(new Schemas(server.contract().version()))
                    .sample(operation, "", Map.of(), 0)
                    .withPath(path);
        } catch (UnsatisfiableException e) {
            return bare;
        }
    }

    private static String credentials(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC -> "-u client:secret";
            case API_KEY ->
                switch (scheme.in()) {
                    case COOKIE -> "-b " + quoted(scheme.parameter() + "=secret");
                    case QUERY -> "-G -d " + quoted(scheme.parameter() + "=secret");
                    default -> "-H " + quoted(scheme.parameter() + ": secret");
                };
            case MUTUAL_TLS -> "";
            default -> "-H " + quoted("Authorization: " + scheme.httpScheme() + " secret");
        };
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
