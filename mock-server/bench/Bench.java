import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the mock and another server in turn; started by the script {@code run} beside it with the launcher of the mock,
 * the folder to work in, how much to measure, and the comparison: {@code wiremock JAVA JAR}, or
 * {@code prism NODE PRISM CONTRACT DOCUMENT}.
 */
public final class Bench {
    static final String USER = "7b1f28b9-a4ad-450b-a0ea-fd647d5109b2";
    static final String CREDENTIALS = "Authorization: Basic Y2xpZW50OnNlY3JldA==";
    static final long START_LIMIT_IN_SECONDS = 180;
    static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    final Path work;
    final int starts;
    final int rounds;
    final int seconds;
    final String connections;

    Bench(Path work, String starts, String rounds, String seconds, String connections) {
        this.work = work;
        this.starts = Integer.parseInt(starts);
        this.rounds = Integer.parseInt(rounds);
        this.seconds = Integer.parseInt(seconds);
        this.connections = connections;
    }

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
        String launcher = arguments[0];
        Path work = Path.of(arguments[1]);
        Bench bench = new Bench(work, arguments[2], arguments[3], arguments[4], arguments[5]);
        bench.printConditions();
        switch (arguments[6]) {
            case "wiremock" -> bench.wiremock(launcher, arguments[7], arguments[8]);
            case "prism" -> bench.prism(launcher, arguments[7], arguments[8], arguments[9], arguments[10]);
            default -> throw new IllegalArgumentException(arguments[6]);
        }
    }

    /**
     * A server to measure.
     *
     * @param name what it is called in the table
     * @param command how to start it, PORT standing for its port
     * @param load what to add to the command under load
     * @param target the path and query to ask for
     * @param expected what the right answer holds
     */
    record Server(String name, List<String> command, List<String> load, String target, String expected) {}

    /** The aims, as multiples of the other server or as they are. */
    record Aims(String start, String answers, String slowest, String memory) {}

    void wiremock(String launcher, String java, String jar) throws Exception {
        String target = "/api/users/" + USER;
        Server ours = new Server("Plumbline", List.of(launcher, "mock", "--port", "PORT"), List.of(), target, USER);
        Server theirs = new Server(
                "WireMock standalone, journal off under load",
                List.of(
                        java,
                        "-jar",
                        jar,
                        "--port",
                        "PORT",
                        "--root-dir",
                        work.resolve("root").toString()),
                List.of("--no-request-journal"),
                target,
                USER);
        writeMapping(ours);
        compare("The users contract", ours, theirs, new Aims("≤ 0.5 ×", "≥ 0.85 ×", "", "≤ 140 MiB"));
    }

    void prism(String launcher, String node, String prism, String users, String github) throws Exception {
        Figures ofUsers = compare(
                "The users contract",
                new Server(
                        "Plumbline",
                        List.of(launcher, "mock", "--port", "PORT"),
                        List.of(),
                        "/api/users/" + USER,
                        USER),
                new Server(
                        "Prism", List.of(node, prism, "mock", "-p", "PORT", users), List.of(), "/users/" + USER, USER),
                new Aims("≤ 0.75 ×", "≥ 8 ×", "≤ 0.25 ×", "≤ 1 ×"));
        String milestone = "/repos/octocat/Hello-World/milestones/1";
        Figures ofGitHub = compare(
                "GitHub's document",
                new Server(
                        "Plumbline",
                        List.of(launcher, "mock", "--contract", github, "--port", "PORT"),
                        List.of(),
                        milestone,
                        "\"number\""),
                new Server(
                        "Prism",
                        List.of(node, prism, "mock", "-p", "PORT", github),
                        List.of(),
                        milestone,
                        "\"number\""),
                new Aims("≤ 0.25 ×", "", "", ""));
        System.out.printf(
                "Plumbline's answers/s on GitHub's document: %.2f × those on the users contract (aim 0.9 to 1.1)%n",
                median(ofGitHub.answers) / median(ofUsers.answers));
    }

    Figures compare(String title, Server ours, Server theirs, Aims aims) throws Exception {
        Figures our = new Figures();
        Figures their = new Figures();
        for (int i = 0; i < starts; i++) {
            progress(title + ": start", i, starts);
            noteStart(start(ours, List.of()), our);
            noteStart(start(theirs, List.of()), their);
        }
        measureLoad(title, ours, theirs, our, their);
        print(title, theirs.name(), our, their, aims);
        return our;
    }

    /** What was measured of one server, one entry for each measurement. */
    static final class Figures {
        final List<Double> starts = new ArrayList<>();
        final List<Double> memoryAfterStart = new ArrayList<>();
        final List<Double> answers = new ArrayList<>();
        final List<Double> median = new ArrayList<>();
        final List<Double> slowest = new ArrayList<>();
        final List<Double> memoryAfterLoad = new ArrayList<>();
    }

    record Running(Server server, Process process, int port, double startMillis) {}

    /** The stub answers with the octets that the mock answers with. */
    void writeMapping(Server ours) throws Exception {
        Running mock = start(ours, List.of());
        String reply = ask(mock.port(), ours.target());
        stop(mock.process());
        String body = reply.substring(reply.indexOf("\r\n\r\n") + 4);
        Path mappings = Files.createDirectories(work.resolve("root/mappings"));
        Files.writeString(mappings.resolve("user.json"), """
                {"request": {"method": "GET", "urlPath": "%s"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "%s"}}
                """.formatted(
                ours.target(), body.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
    }

    static void noteStart(Running server, Figures figures) throws Exception {
        figures.starts.add(server.startMillis());
        figures.memoryAfterStart.add(residentMebibytes(server.process()));
        stop(server.process());
    }

    void measureLoad(String title, Server ours, Server theirs, Figures our, Figures their) throws Exception {
        Running running = start(ours, ours.load());
        Running other = start(theirs, theirs.load());
        progress(title + ": warm-up", 0, 1);
        load(running, seconds + 4);
        load(other, seconds + 4);
        for (int i = 0; i < rounds; i++) {
            progress(title + ": round", i, rounds);
            noteLoad(load(running, seconds), our);
            noteLoad(load(other, seconds), their);
        }
        our.memoryAfterLoad.add(residentMebibytes(running.process()));
        their.memoryAfterLoad.add(residentMebibytes(other.process()));
        stop(running.process());
        stop(other.process());
    }

    String load(Running running, int duration) throws Exception {
        return output(
                duration + 30,
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + duration + "s",
                "--latency",
                "--timeout",
                "30s",
                "-H",
                CREDENTIALS,
                "http://127.0.0.1:" + running.port() + running.server().target());
    }

    static void noteLoad(String wrk, Figures figures) {
        if (wrk.contains("Non-2xx") || wrk.contains("Socket errors")) {
            throw new IllegalStateException("not every request was answered:\n" + wrk);
        }
        figures.answers.add(figure(wrk, "Requests/sec:\\s+([\\d.]+)()"));
        figures.median.add(figure(wrk, "50%\\s+([\\d.]+)(\\w+)"));
        figures.slowest.add(figure(wrk, "99%\\s+([\\d.]+)(\\w+)"));
    }

    /** {@return the number; times in milliseconds} */
    static double figure(String wrk, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(wrk);
        if (!found.find()) {
            throw new IllegalStateException("wrk said something else than expected:\n" + wrk);
        }
        double factor = "us".equals(found.group(2)) ? 0.001 : "s".equals(found.group(2)) ? 1000 : 1;
        return Double.parseDouble(found.group(1)) * factor;
    }

    Running start(Server server, List<String> more) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(server.command());
        command.addAll(more);
        command.replaceAll(word -> "PORT".equals(word) ? String.valueOf(port) : word);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(new File(work.toFile(), "errors.txt"));
        long began = System.nanoTime();
        Process process = builder.start();
        RUNNING.add(process);
        while (true) {
            long elapsed = System.nanoTime() - began;
            String reply = ask(port, server.target());
            if (reply.startsWith("HTTP/1.1 200") && reply.contains(server.expected())) {
                return new Running(server, process, port, (System.nanoTime() - began) / 1e6);
            }
            if (!process.isAlive() || TimeUnit.NANOSECONDS.toSeconds(elapsed) > START_LIMIT_IN_SECONDS) {
                throw new IllegalStateException("does not start: " + String.join(" ", command) + "\n" + reply);
            }
            Thread.sleep(2);
        }
    }

    /** {@return the reply, empty if nobody listens yet} */
    static String ask(int port, String target) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + CREDENTIALS
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static double residentMebibytes(Process process) throws Exception {
        return Double.parseDouble(output(10, "ps", "-o", "rss=", "-p", String.valueOf(process.pid()))
                        .strip())
                / 1024;
    }

    static String output(int limitInSeconds, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        RUNNING.add(process);
        Thread watch = new Thread(() -> {
            try {
                if (!process.waitFor(limitInSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(5, TimeUnit.SECONDS);
        RUNNING.remove(process);
        return text;
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        RUNNING.remove(process);
    }

    static void progress(String what, int done, int all) {
        System.err.println("bench: " + what + " " + (done + 1) + " of " + all);
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    void printConditions() {
        System.out.printf(
                "Java %s, %d cores, %s %s; %d starts, %d rounds of %d s with %s connections; medians%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                starts,
                rounds,
                seconds,
                connections);
    }

    static void print(String title, String name, Figures ours, Figures theirs, Aims aims) {
        System.out.println("| " + title + " | Plumbline | " + name + " | ratio | aim |");
        System.out.println("|---|---|---|---|---|");
        row("start to first right answer, ms", ours.starts, theirs.starts, aims.start());
        row("answers/s", ours.answers, theirs.answers, aims.answers());
        row("latency p50, ms", ours.median, theirs.median, "");
        row("latency p99, ms", ours.slowest, theirs.slowest, aims.slowest());
        row("resident after start, MiB", ours.memoryAfterStart, theirs.memoryAfterStart, aims.memory());
        row("resident after load, MiB", ours.memoryAfterLoad, theirs.memoryAfterLoad, "");
        System.out.println();
        System.out.println("starts of Plumbline: " + whole(ours.starts) + "; of the other: " + whole(theirs.starts));
        System.out.println(
                "answers/s of Plumbline: " + whole(ours.answers) + "; of the other: " + whole(theirs.answers));
        System.out.println();
    }

    static String whole(List<Double> values) {
        return Arrays.toString(values.stream().mapToLong(Math::round).toArray());
    }

    static void row(String what, List<Double> ours, List<Double> theirs, String aim) {
        double our = median(ours);
        double their = median(theirs);
        String format = our < 20 && their < 20
                ? "| %s | %.2f | %.2f | %.2f × | %s |%n"
                : "| %s | %.0f | %.0f | %.2f × | %s |%n";
        System.out.printf(format, what, our, their, our / their, aim);
    }
}
