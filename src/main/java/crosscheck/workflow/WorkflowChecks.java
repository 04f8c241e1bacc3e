package crosscheck.workflow;

import crosscheck.check.Area;
import crosscheck.check.Cast;
import crosscheck.check.Chain;
import crosscheck.check.Given;
import crosscheck.check.Requests;
import crosscheck.configuration.Mixes;
import crosscheck.data.Campaign;
import java.util.List;
import java.util.stream.Stream;

/** Whole workflows; each mix must come to what python alone comes to. */
public final class WorkflowChecks implements Area {
    private static final int CAMPAIGNS = 3;

    private final Workflow workflow;
    private final Given given;
    private final List<Cast> casts;

    public WorkflowChecks(Requests requests, Given given, Mixes mixes) {
        this.workflow = new Workflow(requests, given);
        this.given = given;
        this.casts = Casting.of(mixes);
    }

    /** One for each way to publish, by campaign; the data set surely has the first. */
    @Override
    public Stream<Chain> chains() {
        return Campaign.first(CAMPAIGNS).stream().map(Campaign::name).map(campaign -> {
            Chain chain = Chain.of("workflow.complete", "workflow/" + campaign)
                    .playedBy(casts)
                    .then(workflow.untilAssigned(campaign, "{\"suite\": \"unstable\", \"n\": [1.50, null]}"))
                    .then(workflow.execute(), workflow.processResult(), workflow.publish(campaign))
                    .then(workflow.published())
                    .until("/result_code", "*")
                    .then(workflow.finalState())
                    .then(given.messages("final-messages", Workflow.RUN))
                    .until("/items/3/topic", "publish.completed");
            return campaign.equals(Given.CAMPAIGN) ? chain.core() : chain;
        });
    }
}
