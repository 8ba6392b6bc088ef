package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers find on our pages leads somewhere. */
class PagesTests {
    private static final Path README = Path.of("../README.md");

    /** They leave the repository, so that nothing of it is beside them. */
    private static final List<Path> TRAVELLERS =
            List.of(Path.of("src/archive/README.md"), Path.of("src/npm/README.md"));

    @Test
    void everyRelativeLinkLeadsToAFileAndEveryAnchorToAHeading() throws IOException {
        List<Page> pages = Page.all();
        List<String> broken = new ArrayList<>();
        for (Page page : pages) {
            for (String link : page.links()) {
                if (!link.contains("://") && !leadsSomewhere(page, link)) {
                    broken.add(page.file() + ": " + link);
                }
            }
        }

        assertThat(pages).extracting(Page::file).contains(README, Path.of("../command-line/CI.md"));
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || Page.of(target).anchors().contains(parts[1]));
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() throws IOException {
        Page page = new Page(README, "");

        assertThat(leadsSomewhere(page, "command-line/CI.md#github-actions")).isTrue();
        assertThat(leadsSomewhere(page, "command-line/CI.md#github-action")).isFalse();
        assertThat(leadsSomewhere(page, "command-line/IC.md")).isFalse();
        assertThat(new Page(README, "# The `a` of b, c\n```sh\n# d\n```\n").anchors())
                .containsExactly("the-a-of-b-c");
        assertThat(new Page(README, "[a](b) `[c](d)` [e][f] <img src=\"h\">\n\n[f]: g\n").links())
                .containsExactly("b", "g", "h");
    }

    @Test
    void everyNameOfALinkIsGivenAndUsed() throws IOException {
        for (Page page : Page.all()) {
            assertThat(page.usedNames()).as(page.file().toString()).isEqualTo(page.givenNames());
        }
    }

    @Test
    void pagesThatLeaveTheRepositoryLeadToNoFileOfIt() throws IOException {
        for (Path traveller : TRAVELLERS) {
            assertThat(Page.of(traveller).links())
                    .as(traveller.toString())
                    .allSatisfy(link -> assertThat(link).contains("://"));
        }
    }

    @Test
    void theReadmeIsReadInOneGo() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(200);
    }
}
