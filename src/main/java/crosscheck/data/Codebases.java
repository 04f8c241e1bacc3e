package crosscheck.data;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** The code that campaigns change. */
public final class Codebases {
    static final String COLUMNS = "name, branch_url, vcs_type, subpath, value";

    private static final List<String> STEMS = List.of(
            "apt", "bash", "curl", "dpkg", "exim", "ffmpeg", "gettext", "haproxy", "inkscape", "jq", "kmod", "lintian");

    private static final List<String> SYSTEMS = List.of("git", "git", "git", "git", "git", "git", "bzr", "hg", "svn");

    private Codebases() {}

    /** The name of the codebase with this number, from 0. */
    public static String name(int index) {
        String number = Integer.toString(index + 1);
        return STEMS.get(index % STEMS.size()) + "-" + "0".repeat(Math.max(0, 4 - number.length())) + number;
    }

    static void write(int count, long seed, CopyWriter out) throws IOException {
        Random random = Seeds.stream(seed, "codebase");
        for (int i = 0; i < count; i++) {
            String name = name(i);
            String system = Seeds.pick(random, SYSTEMS);
            String url = "https://vcs.example.org/" + system + "/" + name;
            String subpath = random.nextInt(10) == 0 ? "packaging" : null;
            out.row(name, url, system, subpath, Seeds.decimal(random, 1_000_000, 3));
        }
    }
}
