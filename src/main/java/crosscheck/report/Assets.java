package crosscheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/** Style and scripts that a page carries within itself. */
public final class Assets {
    private static final String CHART_LIBRARY = "META-INF/maven/org.webjars/echarts/pom.properties";

    private Assets() {}

    public static String style() {
        return text("report/report.css");
    }

    public static String script() {
        return text("report/report.js");
    }

    /** ECharts, in the version that is on the class path. */
    public static String chartLibrary() {
        Properties library = new Properties();
        try (InputStream in = open(CHART_LIBRARY)) {
            library.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text("META-INF/resources/webjars/echarts/" + library.getProperty("version") + "/echarts.min.js");
    }

    /**
     * A policy under which a page opens no connection, loads nothing and runs no script but these.
     *
     * <p>Styles are not pinned: ECharts' tooltips carry style attributes.
     */
    public static String contentSecurityPolicy(String... scripts) {
        StringBuilder allowed = new StringBuilder();
        for (String script : scripts) {
            allowed.append(" 'sha256-").append(sha256(script)).append('\'');
        }
        String source = allowed.isEmpty() ? " 'none'" : allowed.toString();
        return "default-src 'none'; script-src" + source
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Missing on the class path: " + resource);
        }
        return in;
    }
}
