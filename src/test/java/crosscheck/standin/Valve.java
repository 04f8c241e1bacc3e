package crosscheck.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on the loopback address that can be shut: connections break, and new ones are dropped at once. */
final class Valve implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean open = true;

    Valve(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void shut() {
        open = false;
        sockets.forEach(Valve::closed);
    }

    void open() {
        open = true;
    }

    @Override
    public void close() throws IOException {
        shut();
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (!open) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                start(() -> copy(client, server));
                start(() -> copy(server, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException shut) {
            // as intended
        }
        closed(from);
        closed(to);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // as good
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "valve");
        thread.setDaemon(true);
        thread.start();
    }
}
