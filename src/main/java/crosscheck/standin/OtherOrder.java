package crosscheck.standin;

import java.sql.SQLException;

/**
 * Gives the item that comes first in another order than the contract's; the right one where somebody was faster.
 *
 * @param sql what pending items are ordered by
 */
record OtherOrder(String sql) implements Twist {
    private record Item(String codebase, String campaign) {}

    @Override
    public Response carryOut(Request request, Handler.Blocking right, Session session) throws SQLException {
        Item first = session.one(
                        """
                        SELECT codebase, campaign FROM queue WHERE status = 'pending'
                            AND codebase = coalesce(?, codebase) AND campaign = coalesce(?, campaign)
                        ORDER BY %s LIMIT 1""".formatted(sql),
                        row -> new Item(row.getString("codebase"), row.getString("campaign")),
                        request.query().text("codebase"),
                        request.query().text("campaign"))
                .orElse(null);
        if (first == null) {
            return right.handle(request);
        }
        Query query = Requests.with(request.query(), "codebase", first.codebase());
        Response response = right.handle(request.with(Requests.with(query, "campaign", first.campaign())));
        return Answers.isSuccess(response) ? response : right.handle(request);
    }
}
