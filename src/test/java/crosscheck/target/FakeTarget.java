package crosscheck.target;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of its own that starts as the contract says, or fails to in the way that its argument names. */
final class FakeTarget {
    private FakeTarget() {}

    static List<String> command(String mode) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                testClasses(),
                FakeTarget.class.getName(),
                mode);
    }

    private static String testClasses() {
        try {
            return Path.of(FakeTarget.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        String mode = arguments[0];
        System.out.println("database " + System.getenv("DATABASE_URL"));
        if (mode.equals("dies")) {
            System.out.println("no such table: run");
            System.exit(7);
        }
        if (mode.equals("silent")) {
            TimeUnit.HOURS.sleep(1);
        }
        if (mode.equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> sleepForever()));
        }
        if (mode.equals("parent")) {
            Process child = new ProcessBuilder(command("serves")).inheritIO().start();
            System.exit(child.waitFor());
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, mode.equals("unready") ? 503 : 200);
        System.out.println(
                "listening on http://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static void serve(HttpServer server, int health) {
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/crash")) {
                Runtime.getRuntime().halt(9);
            }
            String body = path.equals("/environment")
                    ? String.join(
                            " ",
                            System.getenv("PORT"),
                            System.getenv("IMPLEMENTATION"),
                            System.getenv("DATABASE_POOL_SIZE"))
                    : "{\"status\":\"ok\"}";
            exchange.getResponseHeaders().set("Server", "fake/1");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/missing") ? 404 : health, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private static void sleepForever() {
        try {
            TimeUnit.HOURS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The log that crosscheck writes, for assertions. */
    static String log(Path logs, String name) throws IOException {
        return Files.readString(logs.resolve(name + ".log"));
    }
}
