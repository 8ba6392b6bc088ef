package plumbline.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page for readers, in the Markdown of GitHub. */
record Page(Path file, String text) {
    private static final Path HOME = Path.of("..");
    private static final Set<String> WITHOUT_PAGES = Set.of("target", "java", "node_modules", "resources");

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern SCRIPT = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern TYPED = Pattern.compile("(?m)^\\$ (.*)$");
    private static final Pattern COMMAND = Pattern.compile("`(?:npx )?((?:\\./)?plumbline [a-z][^`]*)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");
    private static final Pattern USED_NAME = Pattern.compile("\\]\\[([^\\]]+)\\]");
    private static final Pattern NAMED_LINK = Pattern.compile("(?m)^\\[([^\\]]+)\\]: (\\S+)$");

    /** {@return all pages of the repository} */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>();
        Files.walkFileTree(HOME, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isHidden = name.startsWith(".") && !folder.equals(HOME);
                return isHidden || WITHOUT_PAGES.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".md")) {
                    pages.add(of(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    static Page of(Path file) throws IOException {
        return new Page(file.normalize(), Files.readString(file));
    }

    /** {@return the targets of its links, named ones and pictures as well} */
    List<String> links() {
        return Stream.of(found(LINK, 1), found(NAMED_LINK, 2), found(PICTURE, 1))
                .flatMap(targets -> targets)
                .toList();
    }

    /** {@return the names by which it uses links} */
    Set<String> usedNames() {
        return found(USED_NAME, 1).collect(Collectors.toSet());
    }

    /** {@return the names that it gives to links} */
    Set<String> givenNames() {
        return found(NAMED_LINK, 1).collect(Collectors.toSet());
    }

    private Stream<String> found(Pattern pattern, int group) {
        return pattern.matcher(CODE.matcher(text).replaceAll("")).results().map(match -> match.group(group));
    }

    /** {@return what it tells to type: in scripts, in what terminals show, and in sentences} */
    List<String> commands() {
        return Stream.of(SCRIPT, TYPED, COMMAND)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1).replace("npx ", ""))
                .toList();
    }

    /** {@return what may stand behind # in a link to it} */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map((MatchResult heading) -> anchor(heading.group(1)))
                .forEach(anchors::add);
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
