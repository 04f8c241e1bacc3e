package crosscheck.standin;

import io.netty.handler.codec.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All that is planted in one stand-in, each upon what the one before it left. */
record Planted(List<Defect> defects) implements Defect {

    @Override
    public int bodyLimit(int limit) {
        int changed = limit;
        for (Defect defect : defects) {
            changed = defect.bodyLimit(changed);
        }
        return changed;
    }

    @Override
    public void arriving(HttpRequest head, Body body) {
        defects.forEach(defect -> defect.arriving(head, body));
    }

    @Override
    public Handler around(String operation, Handler handler) {
        Handler changed = handler;
        for (Defect defect : defects) {
            changed = defect.around(operation, changed);
        }
        return changed;
    }

    @Override
    public void beforeCommit(String operation, Connection connection) throws SQLException {
        for (Defect defect : defects) {
            defect.beforeCommit(operation, connection);
        }
    }

    @Override
    public List<Message> sending(Message message) {
        List<Message> changed = List.of(message);
        for (Defect defect : defects) {
            changed = changed.stream()
                    .flatMap(each -> defect.sending(each).stream())
                    .toList();
        }
        return changed;
    }

    @Override
    public void received(String payload) {
        defects.forEach(defect -> defect.received(payload));
    }

    @Override
    public Response leaving(HttpRequest head, Response response) {
        Response changed = response;
        for (Defect defect : defects) {
            changed = defect.leaving(head, changed);
        }
        return changed;
    }
}
