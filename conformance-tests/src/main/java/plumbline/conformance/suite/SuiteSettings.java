package plumbline.conformance.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.Phase;
import plumbline.conformance.auth.Auth;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.target.Connection;
import plumbline.conformance.target.Proxies;
import plumbline.conformance.target.Rate;
import plumbline.conformance.target.Target;
import plumbline.contract.Strictness;
import plumbline.contract.document.ReferencePolicy;
import plumbline.finding.Ignore;
import plumbline.output.Format;
import plumbline.settings.Settings;
import plumbline.text.Durations;
import plumbline.text.Glob;

/**
 * What {@code plumbline.yaml} says of {@code verify}, for whoever runs the suite without a command line.
 *
 * @param folder the folder of the file, which its paths start from
 * @param settings what the file says
 */
public record SuiteSettings(Path folder, Settings settings) {
    /**
     * {@return what the file in a folder says; nothing if there is none}
     *
     * @throws plumbline.contract.document.ContractException if it cannot be read
     */
    public static SuiteSettings in(Path folder) {
        Path file = folder.resolve(Settings.FILE);
        return new SuiteSettings(folder, Files.isRegularFile(file) ? Settings.read(file) : Settings.none());
    }

    /**
     * {@return options that obey the file wherever they are still as they were at first}
     *
     * @throws plumbline.text.UnusableInputException if a value cannot be used
     */
    public ConformanceOptions complete(ConformanceOptions options) {
        SettingValues values = values();
        ConformanceOptions complete = options.withTarget(target(options.target(), values))
                .withReferences(references(options.references(), values))
                .withStrictness(values.isOn("strict-contract") ? Strictness.STRICT : options.strictness())
                .withCases(cases(options.cases(), values))
                .withRunOptions(runOptions(options.runOptions(), values));
        Optional<Auth> auth = settings.setting("verify", "auth")
                .filter(setting -> options.auth().equals(Auth.none()))
                .map(setting -> Auth.read(setting, System.getenv(), folder));
        complete = auth.map(complete::withAuth).orElse(complete);
        if (options.contract() == null) {
            complete = values.text("contract")
                    .map(this::document)
                    .map(complete::withContract)
                    .orElse(complete);
        }
        if (options.fixtures() == null) {
            complete = values.text("fixtures")
                    .map(folder::resolve)
                    .map(complete::withFixtures)
                    .orElse(complete);
        }
        List<Phase> phases = values.several("phases", Phase::parse);
        if (!phases.isEmpty() && options.phases().size() == Phase.values().length) {
            complete = complete.withPhases(EnumSet.copyOf(phases));
        }
        for (SettingValues.Pair pair : values.pairs("set", "=")) {
            complete = options.values().containsKey(pair.name())
                    ? complete
                    : complete.withValue(pair.name(), pair.value());
        }
        return complete;
    }

    /** {@return the folder that reports are kept in, which the build cleans unless the file names another} */
    public Path reportFolder() {
        boolean isGradle = Files.isDirectory(folder.resolve("build")) && !Files.isDirectory(folder.resolve("target"));
        Path usual = Path.of(isGradle ? "build" : "target", "plumbline");
        return folder.resolve(values().text("report-dir").map(Path::of).orElse(usual));
    }

    /** {@return the formats of the reports that are kept} */
    public Set<Format> formats() {
        List<Format> named = values().several("format", Format::parse);
        return named.isEmpty() ? Format.files() : EnumSet.copyOf(named);
    }

    private String document(String fileOrUrl) {
        return fileOrUrl.matches("(?i)https?://.*")
                ? fileOrUrl
                : folder.resolve(fileOrUrl).toString();
    }

    private SettingValues values() {
        return new SettingValues(settings);
    }

    private Target target(Target said, SettingValues values) {
        Target target = said.withConnection(connection(said.connection(), values));
        for (SettingValues.Pair header : values.pairs("header", ": ")) {
            target = said.headers().first(header.name()).isPresent()
                    ? target
                    : target.withHeader(header.name(), header.value());
        }
        boolean isUsual = said.timeout().equals(Target.of(said.baseUrl()).timeout());
        target = isUsual
                ? values.one("timeout", Durations::parse)
                        .map(target::withTimeout)
                        .orElse(target)
                : target;
        target = said.rate() == null
                ? values.one("rate", Rate::parse).map(target::withRate).orElse(target)
                : target;
        target = values.isOn("disposable") ? target.disposable() : target;
        return values.isOn("allow-writes") ? target.withWrites() : target;
    }

    private Connection connection(Connection said, SettingValues values) {
        if (!said.equals(Connection.standard())) {
            return said;
        }
        Connection connection = said.withProxies(Proxies.of(System.getenv()));
        Optional<Path> authorities = values.text("cacert").map(folder::resolve);
        connection = authorities.map(connection::withAuthorities).orElse(connection);
        Optional<Path> certificate = values.text("cert").map(folder::resolve);
        if (certificate.isPresent()) {
            Path key = values.text("key").map(folder::resolve).orElse(null);
            String password = System.getenv().getOrDefault("PLUMBLINE_CERT_PASSWORD", "");
            connection = connection.withCertificate(new Connection.Identity(certificate.get(), key, password));
        }
        return values.isOn("insecure") ? connection.insecure() : connection;
    }

    private static ReferencePolicy references(ReferencePolicy said, SettingValues values) {
        if (!said.equals(ReferencePolicy.strict())) {
            return said;
        }
        ReferencePolicy read = new ReferencePolicy(values.isOn("allow-remote-refs"), values.isOn("allow-outside-refs"));
        return values.one("contract-timeout", Durations::parse)
                .map(read::withPatience)
                .orElse(read);
    }

    private CaseOptions cases(CaseOptions said, SettingValues values) {
        if (!said.equals(CaseOptions.none())) {
            return said;
        }
        return new CaseOptions(
                values.text("values").map(folder::resolve).orElse(null),
                new Fuzzing(
                        values.number("seed").orElse(0), values.number("fuzz").orElse(0)));
    }

    private RunOptions runOptions(RunOptions said, SettingValues values) {
        return said.withSelection(said.selection().equals(Selection.all()) ? selection(values) : said.selection())
                .withChecks(checks(said.checks(), values))
                .withPace(said.pace().equals(Pace.steady()) ? pace(values) : said.pace());
    }

    private Selection selection(SettingValues values) {
        return new Selection(
                globs(values, "include"),
                globs(values, "exclude"),
                new HashSet<>(values.texts("case").toList()),
                shard(values));
    }

    private Shard shard(SettingValues values) {
        Shard shard = values.one("shard", Shard::parse).orElse(Shard.whole());
        return values.text("shard-times")
                .map(folder::resolve)
                .map(report -> EarlierReport.balanced(shard, report))
                .orElse(shard);
    }

    private static List<Glob> globs(SettingValues values, String name) {
        return values.several(name, text -> text.isEmpty() ? Optional.empty() : Optional.of(new Glob(text)));
    }

    private CheckOptions checks(CheckOptions said, SettingValues values) {
        List<Ignore> ignores = new ArrayList<>(said.ignores());
        settings.ignores("verify").stream()
                .filter(ignore -> ignore.rule().isEmpty() || ignore.names(CheckId.names()))
                .forEach(ignores::add);
        boolean isUsual = said.only().isEmpty() && said.skipped().isEmpty();
        return new CheckOptions(
                isUsual ? Set.copyOf(values.several("checks", Optional::of)) : said.only(),
                isUsual ? Set.copyOf(values.several("skip-checks", Optional::of)) : said.skipped(),
                ignores,
                said.strict() || values.isOn("strict"),
                said.successRequired() || values.isOn("require-success"));
    }

    private static Pace pace(SettingValues values) {
        return new Pace(
                values.number("workers").orElse(1),
                values.number("max-failures").orElse(0),
                values.one("wait", Durations::parse).orElse(Duration.ZERO));
    }
}
