package plumbline.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** By counting work, not time: what is picked once is not picked again, and what is taken is not looked for. */
class ItemListTests {
    private final AtomicInteger picked = new AtomicInteger();

    private List<StoredItem> first(List<StoredItem> items) {
        picked.incrementAndGet();
        return items.subList(0, 1);
    }

    private static StoredItem item(int number) {
        return new StoredItem(
                List.of(Integer.toString(number)),
                JsonNodeFactory.instance.numberNode(number),
                StoredItem.Version.SEEDED);
    }

    @Test
    void picksTheSameOnce() {
        ItemList items = new ItemList(List.of(item(1), item(2)));

        assertThat(items.picked("first", this::first)).isEqualTo(items.picked("first", this::first));
        assertThat(picked).hasValue(1);
    }

    @Test
    void forgetsWhatWasPickedLongAgo() {
        ItemList items = new ItemList(List.of(item(1), item(2)));
        for (int i = 0; i < 5; i++) {
            items.picked(i, this::first);
        }

        items.picked(0, this::first);

        assertThat(picked).hasValue(6);
    }

    @Test
    void isMadeAnewAfterAChangeAndNotBefore() {
        Contents contents = Contents.of(List.of(item(1)));
        ItemList before = contents.all();
        assertThat(contents.all()).isSameAs(before);

        contents.put(item(2));
        assertThat(contents.all()).hasSize(2);
        contents.remove(item(1).key());
        assertThat(contents.all()).containsExactly(item(2));
        assertThat(before).containsExactly(item(1));
    }

    @Test
    void tellsTheHighestNumberThatWasEverTaken() {
        Contents contents =
                Contents.of(IntStream.of(3, 12, 7).mapToObj(ItemListTests::item).toList());
        contents.put(item(40));
        contents.remove(item(40).key());

        assertThat(contents.highest(0)).isEqualTo(40);
        assertThat(contents.highest(1)).isZero();
        assertThat(contents.copy().highest(0)).isEqualTo(40);
        assertThat(contents.isTaken(item(40).key())).isTrue();
        assertThat(contents.isTaken(item(41).key())).isFalse();
        assertThat(contents.count()).isEqualTo(4);
        assertThat(TakenKeys.of(List.of(List.of("a", "9"), List.of("b", "10"))).highest(1))
                .isEqualTo(10);
    }
}
