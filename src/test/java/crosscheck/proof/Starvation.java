package crosscheck.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Takes processors away from a run's generator for as long as it drives load. */
enum Starvation {
    /** The generator is stopped four fifths of the time, its targets are not. */
    STOPPED("the generator stood still") {
        @Override
        void until(Process generator) throws IOException, InterruptedException {
            while (generator.isAlive()) {
                signal("STOP", generator);
                TimeUnit.MILLISECONDS.sleep(400);
                signal("CONT", generator);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    },

    /** Others want each processor four times over. */
    CROWDED_OUT("other processes used") {
        @Override
        void until(Process generator) throws IOException, InterruptedException {
            List<Process> others = new ArrayList<>();
            try {
                for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
                    others.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
                }
                generator.waitFor();
            } finally {
                others.forEach(Process::destroyForcibly);
            }
        }
    };

    private final String trouble;

    Starvation(String trouble) {
        this.trouble = trouble;
    }

    /** What a run that was starved so says of itself. */
    String trouble() {
        return trouble;
    }

    /** Begins with the first request of load in a run below this folder. */
    void during(Process generator, Path reports) {
        Thread thread = new Thread(() -> {
            try {
                while (generator.isAlive() && !isLoaded(reports)) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                until(generator);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    abstract void until(Process generator) throws IOException, InterruptedException;

    private static boolean isLoaded(Path reports) throws IOException {
        try (Stream<Path> files = Files.walk(reports, 3)) {
            return files.filter(file -> file.endsWith(Path.of("observations", "requests.csv")))
                    .anyMatch(file -> file.toFile().length() > 1_000);
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
