package crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosscheck.RunError;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFilesTest {
    @TempDir
    Path folder;

    @Test
    void aRunIsJudgedByTheLedgerThatHeldWhenItWasMade() throws IOException {
        Path file = Files.writeString(folder.resolve("own.conf"), "accepted = []");
        RunFolder run = RunFolder.create(folder.resolve("run"));
        LedgerFiles.adopt(new Settings.Ledger(Optional.of(file), false), run.ledger());
        Files.writeString(file, "accepted = [{}]");

        assertThat(run.ledger()).hasContent("accepted = []");
    }

    @Test
    void withoutALedgerNothingIsAccepted() {
        RunFolder run = RunFolder.create(folder.resolve("run"));
        LedgerFiles.adopt(new Settings.Ledger(Optional.empty(), false), run.ledger());

        assertThat(run.ledger()).doesNotExist();
    }

    @Test
    void anEntryThatSaysTooLittleStopsTheRunBeforeItBegins() throws IOException {
        Path file = Files.writeString(folder.resolve("own.conf"), "accepted = [{ suite = api.parity }]");
        RunFolder run = RunFolder.create(folder.resolve("run"));

        assertThatThrownBy(() -> LedgerFiles.adopt(new Settings.Ledger(Optional.of(file), false), run.ledger()))
                .isInstanceOfSatisfying(
                        RunError.class, error -> assertThat(error.reason()).isEqualTo(RunError.Cause.CONFIGURATION))
                .hasMessageContaining("own.conf")
                .hasMessageContaining("operation");
        assertThat(run.ledger()).doesNotExist();
    }
}
