package crosscheck.standin;

import java.util.List;

/** How each of the stand-ins' processes uses memory and time. */
final class JvmFlags {
    /** It only watches its workers. */
    static final List<String> MASTER = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms4m",
            "-Xmx16m",
            "-Xss256k",
            "-XX:ReservedCodeCacheSize=8m");

    /** Starts fast and lives on a comfortable heap, all of it taken at once: a heap that fills looks like a leak for minutes. */
    static final List<String> WORKER = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms160m",
            "-Xmx160m",
            "-XX:+AlwaysPreTouch",
            "-XX:MaxDirectMemorySize=1g");

    /** A small heap that grows for large artifacts only; outside it there is room for the fault that leaks memory. */
    static final List<String> SINGLE_PROCESS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms12m",
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=1g",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=24m");

    private JvmFlags() {}
}
