package crosscheck.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import oshi.SystemInfo;

/**
 * Reads a process by Linux's {@code /proc}: three small files and the number of its descriptors, a twentieth of what OSHI
 * takes, which reads names, owners and open files as well.
 */
final class ProcProcessReader implements ProcessReader {
    private static final Path PROC = Path.of("/proc");

    /** Linux tells user space times in hundredths of a second on every architecture that Java runs on. */
    private static final long TICK_MILLIS = 10;

    /** Fields of {@code stat}, counted from the state, which is the third. */
    private static final int STATE = 0;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int THREADS = 17;
    private static final int START = 19;

    private final long pageBytes;
    private final long bootMillis;

    /** @param bootMillis when the system started, wall clock */
    ProcProcessReader(long pageBytes, long bootMillis) {
        this.pageBytes = pageBytes;
        this.bootMillis = bootMillis;
    }

    /** The cheapest way on this host. */
    static ProcessReader ofThisHost(SystemInfo host) {
        return ProcDescendants.available()
                ? new ProcProcessReader(
                        host.getHardware().getMemory().getPageSize(),
                        1_000 * host.getOperatingSystem().getSystemBootTime())
                : new OshiProcessReader(host);
    }

    @Override
    public Optional<ProcessReading> read(long pid, boolean proportional) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            String[] stat = fieldsAfterName(text(process.resolve("stat")));
            if (stat[STATE].equals("Z") || stat[STATE].equals("X")) {
                return Optional.empty();
            }
            String[] pages = text(process.resolve("statm")).split(" ");
            long resident = Long.parseLong(pages[1]) * pageBytes;
            long shared = Long.parseLong(pages[2]) * pageBytes;
            long cpuMillis = millis(stat, USER, SYSTEM);
            return Optional.of(new ProcessReading(
                    bootMillis + Long.parseLong(stat[START]) * TICK_MILLIS,
                    consumption(process, cpuMillis),
                    millis(stat, CHILDREN_USER, CHILDREN_SYSTEM),
                    resident,
                    resident - shared,
                    proportional ? ProportionalSetSize.of(pid) : null,
                    Integer.parseInt(stat[THREADS]),
                    descriptors(process)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long millis(String[] stat, int user, int system) {
        return (Long.parseLong(stat[user]) + Long.parseLong(stat[system])) * TICK_MILLIS;
    }

    private static Consumption consumption(Path process, long cpuMillis) {
        return DiskUse.of(process)
                .map(disk -> new Consumption(cpuMillis, disk.readBytes(), disk.writeBytes()))
                .orElse(new Consumption(cpuMillis, null, null));
    }

    /** Since Linux 6.2 the directory's size is their number; before it was 0. */
    private static Long descriptors(Path process) {
        Path directory = process.resolve("fd");
        try {
            long size = Files.size(directory);
            if (size > 0) {
                return size;
            }
        } catch (IOException e) {
            return null;
        }
        String[] entries = directory.toFile().list();
        return entries == null ? null : Long.valueOf(entries.length);
    }

    /** The second field, the program's name, may itself hold blanks and parentheses. */
    static String[] fieldsAfterName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
