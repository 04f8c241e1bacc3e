package crosscheck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentIT {

    @Test
    void isUp() {
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            try (Ownership ownership = Ownership.claim();
                    Environment environment =
                            Environment.start(TestSettings.embedded(), true, ownership, System.out::println)) {
                System.out.println("up " + (System.nanoTime() - start) / 1_000_000);
                Database database = environment.database();
                for (int i = 0; i < 20; i++) {
                    long before = System.nanoTime();
                    assertThat(database.reset()).isEmpty();
                    long reset = System.nanoTime();
                    database.digest();
                    System.out.println(
                            "reset " + (reset - before) / 1000 + " digest " + (System.nanoTime() - reset) / 1000);
                }
                start = System.nanoTime();
            }
            System.out.println("down " + (System.nanoTime() - start) / 1_000_000);
        }
    }
}
