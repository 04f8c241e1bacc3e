package crosscheck.standin;

import java.sql.SQLException;

/** The codebases and campaigns that other rows refer to. */
final class Known {
    private Known() {}

    static void codebase(Session session, String name) throws SQLException {
        if (!session.exists("SELECT 1 FROM codebase WHERE name = ?", name)) {
            throw Refusal.of(404, "unknown-codebase", "there is no such codebase");
        }
    }

    /** @return the campaign's command, which is the default of what runs for it */
    static String campaignCommand(Session session, String name) throws SQLException {
        return session.one("SELECT command FROM campaign WHERE name = ?", row -> row.getString("command"), name)
                .orElseThrow(() -> Refusal.of(404, "unknown-campaign", "there is no such campaign"));
    }
}
