package plumbline.cli.terminal;

import java.io.Console;
import java.util.Map;
import plumbline.conformance.report.Looks;

/** Finds out what the standard output is fit for. */
public final class Terminal {
    private Terminal() {}

    /** {@return what the standard output is fit for, as the environment has it} */
    public static Looks looks(Map<String, String> environment) {
        boolean terminal = isTerminal() && !environment.containsKey("CI") && !"dumb".equals(environment.get("TERM"));
        Looks looks = new Looks(terminal, terminal && !environment.containsKey("NO_COLOR"));
        return terminal ? looks.withWidth(new TerminalWidth(environment)) : looks;
    }

    /** Since JDK 22 there is a console even without a terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
