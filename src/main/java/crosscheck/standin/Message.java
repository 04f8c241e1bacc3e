package crosscheck.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What goes out on a Redis channel. */
record Message(String channel, String payload) {

    boolean isOf(Topic topic) {
        return channel.equals(topic.channel());
    }

    Message edited(Consumer<ObjectNode> change) {
        ObjectNode edited = json();
        change.accept(edited);
        return new Message(channel, Json.text(edited));
    }

    /** Sends something else for each message. */
    static Defect instead(Function<Message, List<Message>> change) {
        return new Defect() {
            @Override
            public List<Message> sending(Message message) {
                return change.apply(message);
            }
        };
    }

    /** The payload, which is to be an object. */
    ObjectNode json() {
        return (ObjectNode) Answers.json(payload.getBytes(StandardCharsets.UTF_8));
    }
}
