package crosscheck.target;

import crosscheck.contract.Implementation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Notices within a second that a process of a target has ended. */
final class Watch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Function<Instance, Roots> finder;
    private final List<TargetEnd> ends = new ArrayList<>();
    private final List<Consumer<TargetEnd>> listeners = new ArrayList<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch over targets");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    /** @param finder finds the processes behind a URL anew */
    Watch(List<Instance> instances, Function<Instance, Roots> finder) {
        this.finder = finder;
        for (Instance instance : instances) {
            instance.process().ifPresentOrElse(process -> watchLaunched(instance, process), () -> watchFound(instance));
        }
    }

    private void watchLaunched(Instance instance, LaunchedProcess process) {
        process.onExit().thenRunAsync(() -> report(end(instance, false, process.obituary())), poller);
    }

    private void watchFound(Instance instance) {
        List<ProcessHandle> handles = new ArrayList<>();
        for (long pid : instance.roots().pids()) {
            Optional<ProcessHandle> handle = ProcessHandle.of(pid);
            handle.ifPresentOrElse(handles::add, () -> report(gone(instance)));
        }
        ScheduledFuture<?>[] polling = new ScheduledFuture<?>[1];
        polling[0] = poller.scheduleWithFixedDelay(
                () -> {
                    if (!handles.stream().allMatch(ProcessHandle::isAlive)) {
                        polling[0].cancel(false);
                        report(gone(instance));
                    }
                },
                POLL.toMillis(),
                POLL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private TargetEnd gone(Instance instance) {
        Set<Long> before = instance.roots().pids();
        Set<Long> now = finder.apply(instance).pids();
        boolean restarted = !before.containsAll(now);
        String text =
                instance.deployment().name() + " (" + instance.deployment().key() + ".url = "
                        + instance.baseUrl() + "): of the processes " + before + " behind it "
                        + (restarted ? "some were replaced, now they are " + now : "some have ended, left are " + now);
        return end(instance, restarted, text);
    }

    private static TargetEnd end(Instance instance, boolean restarted, String text) {
        Optional<Implementation> implementation = instance.deployment().implementation();
        return new TargetEnd(instance.deployment().name(), implementation, restarted, text);
    }

    private void report(TargetEnd end) {
        List<Consumer<TargetEnd>> told;
        synchronized (this) {
            if (closed) {
                return;
            }
            ends.add(end);
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(end));
    }

    /** Tells the listener of every end, those that have already been included; on a thread of the watch's. */
    void onEnd(Consumer<TargetEnd> listener) {
        List<TargetEnd> missed;
        synchronized (this) {
            listeners.add(listener);
            missed = List.copyOf(ends);
        }
        missed.forEach(listener);
    }

    synchronized List<TargetEnd> ends() {
        return List.copyOf(ends);
    }

    /** From now on processes may end. */
    @Override
    public synchronized void close() {
        closed = true;
        poller.shutdown();
    }
}
