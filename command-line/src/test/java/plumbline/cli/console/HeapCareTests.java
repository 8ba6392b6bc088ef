package plumbline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapCareTests {
    private static final long MB = 1 << 20;

    private final FakeHeap heap = new FakeHeap(48);

    private static final class FakeHeap implements HeapCare.Heap {
        private long size;
        private long needed = 20;
        private int collected;

        FakeHeap(long size) {
            this.size = size;
        }

        @Override
        public long size() {
            return size * MB;
        }

        @Override
        public long used() {
            return needed * MB;
        }

        @Override
        public void collect() {
            collected++;
            size = Math.max(48, 2 * needed);
        }
    }

    @Test
    void leavesASmallHeapAlone() {
        HeapCare care = new HeapCare(heap);

        heap.size = 96;
        care.look();

        assertThat(heap.collected).isZero();
    }

    @Test
    void collectsEachTimeThatTheHeapHasGrown() {
        HeapCare care = new HeapCare(heap);

        for (int i = 1; i <= 3; i++) {
            heap.size = 200;
            care.look();
            care.look();

            assertThat(heap.collected).isEqualTo(i);
        }
    }

    @Test
    void doesNotCollectAgainAndAgainWhatIsNeeded() {
        HeapCare care = new HeapCare(heap);
        heap.needed = 500;
        heap.size = 600;

        for (int i = 0; i < 5; i++) {
            care.look();
            heap.size = 990;
        }

        assertThat(heap.collected).isEqualTo(1);
    }

    @Test
    void startsFromALargeHeapThatTheUserHasAskedFor() {
        heap.size = 400;
        HeapCare care = new HeapCare(heap);

        care.look();
        assertThat(heap.collected).isZero();

        heap.size = 433;
        care.look();
        assertThat(heap.collected).isEqualTo(1);
    }
}
