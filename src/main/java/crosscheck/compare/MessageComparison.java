package crosscheck.compare;

import crosscheck.contract.Contract;
import java.util.List;
import java.util.Map;

/** Two messages of the same topic that the same step caused, one of each side. */
public final class MessageComparison {
    private final Map<String, Contract.Topic> topics;
    private final Contract contract;

    public MessageComparison(Contract contract) {
        this.contract = contract;
        this.topics = contract.topics();
    }

    /** Every difference between the payloads as they came over the channel. */
    public List<Difference> compare(String topic, byte[] python, byte[] rust, Minted minted) {
        Body p = Body.json(python);
        Body r = Body.json(rust);
        Shape shape = topics.containsKey(topic) ? Shape.of(topics.get(topic).payload(), contract) : Shape.EXACT;
        return Body.differences(p, r, shape, minted);
    }
}
