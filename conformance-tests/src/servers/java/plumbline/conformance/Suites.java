package plumbline.conformance;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.ShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.text.Glob;

/** Runs the suite in tests. */
public final class Suites {
    private Suites() {}

    /** {@return options for the users contract, the credentials and the users of the users server} */
    public static ConformanceOptions users(URI baseUrl) {
        return ConformanceOptions.of(Target.of(baseUrl)
                        .disposable()
                        .withUser(UsersServer.USER)
                        .withTimeout(Duration.ofSeconds(3)))
                .withFixtures(resource("fixtures"));
    }

    /** {@return what the suite says about a server for the users contract} */
    public static Report run(Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            return run(users(server.baseUrl()));
        }
    }

    /** {@return options for the shop contract with its token, all phases} */
    public static ConformanceOptions shop(Target target) {
        return ConformanceOptions.of(
                        target.withHeader("Authorization", ShopServer.TOKEN).withWrites())
                .withContract(ShopServer.CONTRACT);
    }

    /** {@return what the suite says about a server for the shop contract} */
    public static Report runShop(Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            return run(shop(Target.of(server.baseUrl()).withTimeout(Duration.ofSeconds(3))));
        }
    }

    public static Report run(ConformanceOptions options) {
        return ConformanceSuite.prepare(options).run(verdict -> {});
    }

    /** {@return what is found at a server until the check of this name has found something} */
    public static List<Finding> findings(ConformanceOptions options, String check) {
        Set<Phase> quick = EnumSet.copyOf(options.phases());
        // The cases of coverage are more than all others together, and most faults show without them.
        if (!quick.remove(Phase.COVERAGE) || quick.isEmpty()) {
            return findingsUntil(check, options);
        }
        List<Finding> findings = new ArrayList<>(findingsUntil(check, options.withPhases(quick)));
        if (findings.stream().noneMatch(finding -> finding.check().equals(check))) {
            findings.addAll(findingsUntil(check, options.withPhases(EnumSet.of(Phase.COVERAGE))));
        }
        return findings;
    }

    private static List<Finding> findingsUntil(String check, ConformanceOptions options) {
        List<Finding> findings = new ArrayList<>();
        ConformanceRun run = ConformanceSuite.prepare(options);
        for (Case subject : run.plan().cases()) {
            findings.addAll(run.verify(subject).findings());
            if (findings.stream().anyMatch(finding -> finding.check().equals(check))) {
                break;
            }
        }
        return findings;
    }

    /** {@return that findings of these operations and checks are known} */
    public static Ignore ignore(String operation, String check, int status, String place, String reason) {
        return new Ignore(
                Optional.of(new Glob(check)),
                new Ignore.Where(Optional.of(new Glob(operation)), status, place, Optional.empty()),
                reason,
                Place.NOWHERE);
    }

    /** {@return a file or folder among the resources of these tests} */
    public static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Suites.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
