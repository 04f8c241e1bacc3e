package crosscheck.run;

import crosscheck.compare.FindingId;
import crosscheck.compare.Ledger;
import crosscheck.configuration.Settings;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Finding;
import crosscheck.verdict.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/** The ledger on its way into a run, and proposals on their way out. */
final class LedgerFiles {
    private static final int DAYS_PROPOSED = 90;

    private LedgerFiles() {}

    /**
     * Copies the ledger into a run folder, which is judged by it; where there is none, there is no copy either.
     *
     * @throws crosscheck.RunError where it is not valid
     */
    static void adopt(Settings.Ledger settings, Path copy) {
        settings.file().ifPresent(Ledger::read);
        try {
            if (settings.file().isPresent()) {
                Files.copy(settings.file().get(), copy, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an entry for each open finding beside the result, where the settings ask for it. */
    static void propose(Settings.Ledger settings, Result result, RunFolder folder, LocalDate today) {
        if (!settings.propose()) {
            return;
        }
        List<FindingId> open = result.findings().stream()
                .filter(Finding::isOpen)
                .map(Finding::identity)
                .toList();
        try {
            Files.writeString(folder.proposedLedger(), Ledger.propose(open, today.plusDays(DAYS_PROPOSED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
