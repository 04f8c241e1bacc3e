package crosscheck.target;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether a server listens on this machine alone. */
public final class Loopback {
    private Loopback() {}

    /** False also where the host has no address. */
    public static boolean has(URI server) {
        try {
            return InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
