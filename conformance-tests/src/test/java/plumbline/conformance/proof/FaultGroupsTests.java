package plumbline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultGroupsTests {
    private record At(String pointer) implements FaultGroups.Placed {}

    private static List<List<String>> groups(Stream<String> pointers) {
        return FaultGroups.of(pointers.map(At::new).toList()).stream()
                .map(group -> group.stream().map(At::pointer).toList())
                .toList();
    }

    @Test
    void holdWhatIsApart() {
        assertThat(groups(Stream.of("/a", "/b/0", "/b/1", "/ab")))
                .containsExactly(List.of("/a", "/b/0", "/b/1", "/ab"));
    }

    @Test
    void keepWhatIsInAnotherFaultOrAroundItForAnother() {
        assertThat(groups(Stream.of("/a/x", "/b", "/a", "", "/b/0", "/a/x")))
                .containsExactly(List.of("/a/x", "/b"), List.of("/a", "/b/0"), List.of(""), List.of("/a/x"));
    }

    @Test
    void growNoLargerThanWhatIsTold() {
        assertThat(groups(IntStream.range(0, 45).mapToObj(i -> "/" + i)))
                .extracting(List::size)
                .containsExactly(20, 20, 5);
    }
}
