package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes shell scripts apart as far as recipes need it: words, quotes, comments, and what ends a command. */
final class ShellScript {
    private static final String ENDS = "\n;&|(){}";

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private int at;

    private ShellScript(String text) {
        this.text = text.replaceAll("\\\\\n *", " ");
    }

    /** {@return the words of each command, without redirections and quotes; scripts in quotes are commands, too} */
    static List<List<String>> commands(String text) {
        return new ShellScript(text + "\n").read();
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (isEnd(character)) {
                endCommand();
                at++;
            } else if (Character.isWhitespace(character)) {
                at++;
            } else if (character == '#') {
                at = text.indexOf('\n', at);
            } else {
                String word = word();
                if (!word.matches("\\d?>.*")) {
                    words.add(word);
                }
            }
        }
        return commands;
    }

    private boolean isEnd(char character) {
        return ENDS.indexOf(character) >= 0;
    }

    private void endCommand() {
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean isRedirection = character == '&' && word.toString().matches("\\d?>");
            if (quote == 0 && !isRedirection && (Character.isWhitespace(character) || isEnd(character))) {
                break;
            }
            if (quote == 0 ? character == '\'' || character == '"' : character == quote) {
                quote = quote == 0 ? character : 0;
            } else {
                word.append(character);
            }
        }
        return word.toString();
    }

    /** {@return the arguments of each call of a program, by whatever path it is called} */
    static Stream<List<String>> calls(String text, String program) {
        return commands(text).stream().flatMap(words -> {
            int name = 0;
            while (name < words.size()
                    && !words.get(name).equals(program)
                    && !words.get(name).endsWith("/" + program)) {
                name++;
            }
            boolean isCalled = name < words.size()
                    && words.subList(0, name).stream().allMatch(word -> word.equals("exec") || word.contains("="));
            return isCalled ? Stream.of(words.subList(name + 1, words.size())) : Stream.empty();
        });
    }
}
