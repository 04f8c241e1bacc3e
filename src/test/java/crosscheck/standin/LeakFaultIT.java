package crosscheck.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crosscheck.contract.Implementation;
import java.io.File;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Each leak takes what it says and keeps it, and only what it says. */
class LeakFaultIT {
    private static Backends backends;

    @BeforeAll
    static void startBackends() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void stopBackends() {
        backends.close();
    }

    @Test
    void memoryIsKeptOutsideTheHeapAndGivenBackByTheSawtooth() throws Exception {
        Defects.SideEffect leak = new Leaks.Memory(1 << 20, 10 << 20);
        assertThat(grown(LeakFaultIT::directMemory, leak, 5)).isEqualTo(5 << 20);
        assertThat(grown(LeakFaultIT::directMemory, leak, 10)).isEqualTo(5 << 20);

        // More than what the servers in this JVM take at the same time.
        Defects.SideEffect sawtooth = new Leaks.Sawtooth(32 << 20, 4);
        long before = directMemory();
        for (int i = 0; i < 5; i++) {
            sawtooth.happen();
        }
        await().until(() -> directMemory() - before <= 64 << 20);
    }

    @Test
    void aChildKeepsMemoryAndEndsWithItsInput() throws Exception {
        Set<Long> others = children();
        Leaks.Child leak = new Leaks.Child(1 << 20);
        leak.happen();
        await().until(() -> children().size() == others.size() + 1);
        leak.happen();
        ProcessHandle child = ProcessHandle.current()
                .children()
                .filter(each -> !others.contains(each.pid()))
                .findFirst()
                .orElseThrow();
        assertThat(child.isAlive()).isTrue();
        child.destroy();
        child.onExit().get();
    }

    @Test
    void filesAndThreadsStay() throws Exception {
        assertThat(grown(() -> new File("/proc/self/fd").list().length, new Leaks.Files(), 7))
                .isGreaterThanOrEqualTo(7);
        assertThat(grown(LeakFaultIT::leakedThreads, new Leaks.Threads(), 3)).isEqualTo(3);
    }

    @Test
    void connectionsStayIdleOrInATransaction() throws Exception {
        String sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'crosscheck-rust'";
        LongSupplier all = () -> backends.number(sessions);
        LongSupplier inTransaction = () -> backends.number(sessions + " AND state = 'idle in transaction'");
        URI url = backends.settings(Implementation.RUST).database();
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl("jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()));
        server.setUser(url.getUserInfo().split(":")[0]);
        server.setApplicationName("crosscheck-rust");

        assertThat(grown(all, new Leaks.Connections(server, 2), 3)).isEqualTo(2);
        assertThat(inTransaction.getAsLong()).isZero();
        assertThat(grown(inTransaction, new Leaks.Transactions(server, 5, "SELECT 1"), 2))
                .isEqualTo(2);
    }

    private static long grown(LongSupplier measured, Defects.SideEffect effect, int times) throws Exception {
        long before = measured.getAsLong();
        for (int i = 0; i < times; i++) {
            effect.happen();
        }
        return measured.getAsLong() - before;
    }

    private static long leakedThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("leaked"))
                .count();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
