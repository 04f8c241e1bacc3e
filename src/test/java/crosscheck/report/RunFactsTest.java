package crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscheck.contract.Implementation;
import crosscheck.observation.RunFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void makeUpARun() {
        folder = MadeUpRun.in(path).folder();
    }

    @Test
    void knowsStandInsByWhatIsNotConfigured() throws Exception {
        assertThat(facts().standIns()).containsExactly(Implementation.PYTHON, Implementation.RUST);

        configure("implementations/python/url", "http://10.0.0.1:8080");
        assertThat(facts().standIns()).containsExactly(Implementation.RUST);
    }

    @Test
    void theCommandHoldsEverySettingThatIsNotItsDefault() throws Exception {
        configure("implementations/rust/url", "http://10.0.0.1/it's");
        configure("profile", "baseline");

        assertThat(facts().command())
                .isEqualTo("mvn gatling:test -Dgatling.simulationClass=crosscheck.simulation.MigrationGateSimulation"
                        + " '-Dcrosscheck.implementations.rust.url=http://10.0.0.1/it'\\''s'"
                        + " -Dcrosscheck.profile=baseline -Dcrosscheck.seed=7");
    }

    @Test
    void saysWhichMachineItWasAndWhatItHas() {
        assertThat(facts().host())
                .containsEntry("Name", "bench")
                .containsEntry("Processor", "made up")
                .containsEntry("Processors", "2");
    }

    @Test
    void showsWhoNeedsWhom() {
        assertThat(facts().topology())
                .containsKeys("runner", "site", "worker", "publisher")
                .extractingByKey("worker")
                .asString()
                .isEqualTo("[runner]");
    }

    private RunFacts facts() {
        return RunFacts.of("run", Evidence.read(folder));
    }

    private void configure(String pointer, String value) throws Exception {
        ObjectNode plan = (ObjectNode) MAPPER.readTree(folder.plan().toFile());
        int last = pointer.lastIndexOf('/');
        String parent = last < 0 ? "/settings" : "/settings/" + pointer.substring(0, last);
        ((ObjectNode) plan.at(parent)).put(pointer.substring(last + 1), value);
        MAPPER.writeValue(folder.plan().toFile(), plan);
    }
}
