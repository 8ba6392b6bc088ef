package plumbline.cli.console;

import java.util.concurrent.TimeUnit;

/**
 * Keeps the heap of a process that runs for long near what it needs. The serial collector, which starts fastest, would let
 * what has grown old and useless fill all that the heap may have before it looks at it.
 */
public final class HeapCare {
    private static final int PAUSE_SECONDS = 5;
    private static final long ENOUGH = 96L << 20;
    private static final long STEP = 32L << 20;

    private final Heap heap;
    private long allowed;

    HeapCare(Heap heap) {
        this.heap = heap;
        this.allowed = Math.max(ENOUGH, heap.size() + STEP);
    }

    /** What is looked at. */
    interface Heap {
        /** {@return how many octets it has of the machine} */
        long size();

        /** {@return how many octets of it are taken} */
        long used();

        /** Gives up what nobody needs. */
        void collect();
    }

    /** Takes care of the heap of this process from now on. */
    public static void start() {
        Thread thread = new Thread(new HeapCare(new OwnHeap())::lookAgainAndAgain, "plumbline-heap");
        thread.setDaemon(true);
        thread.start();
    }

    private void lookAgainAndAgain() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        if (heap.size() > allowed) {
            heap.collect();
            allowed = Math.max(ENOUGH, Math.max(2 * heap.used(), heap.size() + STEP));
        }
    }

    private static final class OwnHeap implements Heap {
        private final Runtime runtime = Runtime.getRuntime();

        @Override
        public long size() {
            return runtime.totalMemory();
        }

        @Override
        public long used() {
            return runtime.totalMemory() - runtime.freeMemory();
        }

        @Override
        public void collect() {
            System.gc();
        }
    }
}
