package crosscheck.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crosscheck.contract.Contract;
import crosscheck.contract.Json;
import crosscheck.contract.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of what is equal, over real answers with the document's types: nothing that it forbids passes. */
class ContractAnswersPropertyTest {
    private static final ReplyComparison COMPARISON = new ReplyComparison(Contract.load());
    private static final int CHANGES = 300;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "get-run | {'id':'11111111-1111-4111-8111-111111111111','codebase':'a','campaign':'c','command':null,"
                        + "'worker':'w','start_time':'2020-01-01T00:00:00.5Z','finish_time':'2020-01-01T00:10:00Z',"
                        + "'status':'completed','result_code':'success','description':'ü','value':1.5,"
                        + "'context':{'a':[1,1.5,'2020-01-01T00:00:00.5Z']},'result':{},'logfilenames':['a','b'],"
                        + "'branches':[{'role':'main','name':null,'base_revision':'x','revision':'y'}],"
                        + "'instigated_context':[]}",
                "list-queue | {'items':[{'id':1,'codebase':'a','campaign':'c','command':'x','estimated_duration':900,"
                        + "'bucket':'default','priority':-1,'status':'pending','run_id':null,'requester':null,'context':1},"
                        + "{'id':2,'codebase':'b','campaign':'c','command':'x','estimated_duration':900,'bucket':'default',"
                        + "'priority':0,'status':'pending','run_id':null,'requester':null,'context':null}],'total':2}",
                "list-artifacts | {'items':[{'name':'a','size':1,'sha256':'0a'},{'name':'b','size':2,'sha256':'0b'}],"
                        + "'total':2}"
            })
    void findsEveryChangeAndNoOtherSpelling(String operation, String body) throws Json.Malformed {
        JsonNode answer = Json.parse(body.replace('\'', '"')).root();
        for (int seed = 0; seed < CHANGES; seed++) {
            RandomJson random = new RandomJson(seed);
            String python = random.respelt(answer);
            String same = random.respelt(answer);
            String changed = random.respelt(random.mutated(answer));
            assertThat(gating(operation, python, same))
                    .as("seed %d: %s and %s", seed, python, same)
                    .isFalse();
            assertThat(gating(operation, python, changed))
                    .as("seed %d: %s and %s", seed, python, changed)
                    .isTrue();
        }
    }

    private static boolean gating(String operation, String python, String rust) {
        Window window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        Exchange exchange = new Exchange(operation, reply(python), window, reply(rust), window);
        return COMPARISON.compare(exchange, new Minted()).stream()
                .anyMatch(difference -> difference.kind().gates());
    }

    private static Reply reply(String body) {
        return new Reply(200, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
    }
}
