package crosscheck.environment;

import crosscheck.RunError;
import crosscheck.configuration.SecretUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the implementations and a server, so that it can be taken out of their reach. */
public final class TcpProxy implements AutoCloseable {
    private final SecretUrl server;
    private final int defaultPort;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private TcpProxy(SecretUrl server, int defaultPort, ServerSocket listening) {
        this.server = server;
        this.defaultPort = defaultPort;
        this.listening = listening;
    }

    /** @param defaultPort the server's where its URL names none */
    public static TcpProxy before(SecretUrl server, int defaultPort) {
        try {
            TcpProxy proxy =
                    new TcpProxy(server, defaultPort, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            start("accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw RunError.environment("no port for a proxy before " + server + ": " + e.getMessage());
        }
    }

    /** The server's URL by way of this proxy. */
    public SecretUrl url() {
        URI url = server.reveal();
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new SecretUrl(URI.create(
                url.getScheme() + "://" + user + "127.0.0.1:" + listening.getLocalPort() + url.getRawPath() + query));
    }

    /** Ends every connection, and each new one at once. */
    public void cut() {
        cut = true;
        open.forEach(TcpProxy::end);
    }

    /** Lets new connections through again. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw RunError.environment("the proxy before " + server + " did not close: " + e.getMessage());
        }
        cut();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                start("connect", () -> connect(client));
            } catch (IOException e) {
                // Closed, or a client that was gone before it was let in.
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            URI url = server.reveal();
            Socket upstream = new Socket(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort());
            open.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            start("answers", () -> pass(upstream, client));
            if (cut) {
                end(upstream);
            }
            pass(client, upstream);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of them was closed: then both are.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private static void start(String what, Runnable task) {
        Thread thread = new Thread(task, "crosscheck-proxy-" + what);
        thread.setDaemon(true);
        thread.start();
    }
}
