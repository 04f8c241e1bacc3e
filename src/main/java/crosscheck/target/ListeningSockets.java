package crosscheck.target;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the tables of Linux in {@code /proc/net/tcp} and {@code /proc/net/tcp6}. */
final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    /** Inodes of the sockets that listen at a port of the loopback interface or of all interfaces. */
    static Set<String> inodes(List<String> lines, int port) {
        Set<String> inodes = new LinkedHashSet<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length < 10 || !fields[3].equals(LISTEN)) {
                continue;
            }
            String[] local = fields[1].split(":");
            if (Integer.parseInt(local[1], 16) == port && isLocal(local[0])) {
                inodes.add(fields[9]);
            }
        }
        return inodes;
    }

    /** Addresses are hexadecimal words in the byte order of the machine: 127.0.0.1 is {@code 0100007F}. */
    private static boolean isLocal(String address) {
        return address.matches("0+")
                || address.matches("(0{16}FFFF0000)?[0-9A-F]{6}7F")
                || address.equals("00000000000000000000000001000000");
    }
}
