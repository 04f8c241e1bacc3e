package crosscheck.standin;

import crosscheck.contract.Implementation;
import io.netty.channel.EventLoop;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What makes the two sides different programs. */
enum Architecture {
    /** One thread does everything in each of several processes; whoever wants a locked row waits for it. */
    EVENT_LOOP(false) {
        @Override
        ExecutorService business(EventLoop loop, int poolSize) {
            return loop;
        }

        @Override
        int connections(int poolSize) {
            return 1;
        }
    },

    /** One process with an event loop and a pool of threads; a locked row is somebody else's. */
    THREAD_POOL(true) {
        @Override
        ExecutorService business(EventLoop loop, int poolSize) {
            return Executors.newFixedThreadPool(poolSize);
        }

        @Override
        int connections(int poolSize) {
            return poolSize;
        }
    };

    private final boolean skipsLocked;

    Architecture(boolean skipsLocked) {
        this.skipsLocked = skipsLocked;
    }

    static Architecture of(Implementation implementation) {
        return implementation == Implementation.PYTHON ? EVENT_LOOP : THREAD_POOL;
    }

    boolean skipsLocked() {
        return skipsLocked;
    }

    /** What carries out operations. */
    abstract ExecutorService business(EventLoop loop, int poolSize);

    /** As many database connections as operations run at once. */
    abstract int connections(int poolSize);
}
