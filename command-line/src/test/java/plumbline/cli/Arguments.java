package plumbline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Arguments as tests of one command write them. */
final class Arguments {
    private static final List<String> OF_ALL = List.of("--help", "--version");

    private Arguments() {}

    /** {@return these arguments with the command verify before them, if they begin with its options} */
    static String[] ofVerify(String... arguments) {
        boolean isNamed =
                arguments.length > 0 && (Commands.NAMES.contains(arguments[0]) || OF_ALL.contains(arguments[0]));
        return isNamed
                ? arguments
                : Stream.concat(Stream.of(Commands.VERIFY), Arrays.stream(arguments))
                        .toArray(String[]::new);
    }
}
