package crosscheck.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipIT {
    @TempDir
    private Path home;

    /** Another JVM that claims, starts a child and then waits to be killed. */
    static final class Owner {
        public static void main(String[] arguments) throws Exception {
            Ownership ownership = Ownership.claim(Path.of(arguments[0]));
            Process child = new ProcessBuilder("sleep", "1000").start();
            ownership.track(child.toHandle());
            System.out.println(ownership.directory());
            System.out.println(child.pid());
            System.in.read();
        }
    }

    @Test
    void livingOwnerIsLeftAloneAndADeadOneCleaned() throws Exception {
        Process owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = owner.inputReader()) {
            Path held = Path.of(output.readLine());
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            Ownership.claim(home).close();
            assertThat(held).exists();
            assertThat(child.isAlive()).isTrue();

            owner.destroyForcibly().waitFor();
            assertThat(child.isAlive()).isTrue();
            Ownership.claim(home).close();
            assertThat(held).doesNotExist();
            await().until(() -> !child.isAlive());
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void processThatGotTheIdOfADeadChildIsNotTouched() throws IOException {
        Process bystander = new ProcessBuilder("sleep", "1000").start();
        try {
            Path dead = Files.createDirectory(home.resolve("999999999-1000"));
            Files.writeString(dead.resolve("children"), bystander.pid() + "-1000\n");
            Ownership.claim(home).close();
            assertThat(dead).doesNotExist();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void directoryIsPrivateAndGoesWithItsChildren() throws IOException {
        Process child = new ProcessBuilder("sleep", "1000").start();
        Ownership ownership = Ownership.claim(home);
        assertThat(Files.getPosixFilePermissions(ownership.directory()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(ownership.directory().getFileName().toString())
                .startsWith(ProcessHandle.current().pid() + "-");
        Files.writeString(
                Files.createDirectories(ownership.directory().resolve("a/b")).resolve("c"), "text");
        ownership.track(child.toHandle());

        ownership.close();
        ownership.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(ownership.directory()).doesNotExist();
    }

    @Test
    void whatIsNotAnOwnersIsKept() throws IOException {
        List<Path> others = List.of(home.resolve("cache"), home.resolve("notes-1"));
        for (Path other : others) {
            Files.createDirectory(other);
        }
        Ownership.claim(home).close();
        assertThat(others).allMatch(Files::exists);
    }
}
