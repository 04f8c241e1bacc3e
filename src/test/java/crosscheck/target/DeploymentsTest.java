package crosscheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import crosscheck.configuration.Configuration;
import crosscheck.configuration.SecretUrl;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

    @Test
    void withoutConfigurationEachSideIsAStandIn() {
        Deployment rust = ofSide(Implementation.RUST, Map.of("implementations.rust.faults", "slow"))
                .get(0);
        assertThat(rust.how()).isEqualTo(How.STAND_IN);
        assertThat(rust.services()).containsExactlyInAnyOrder(Service.values());
        Program program = rust.program().orElseThrow();
        assertThat(program.command()).containsSubsequence("-Xflag", "-cp", "Main", "rust");
        assertThat(program.log()).isEqualTo(Path.of("logs/rust.log"));
        assertThat(program.environment())
                .containsEntry("PORT", "0")
                .containsEntry("DATABASE_URL", "postgresql://me:secret@db/x")
                .containsEntry("REDIS_URL", "redis://cache")
                .containsEntry("IMPLEMENTATION", "rust")
                .containsEntry("DATABASE_POOL_SIZE", "10")
                .containsEntry("CROSSCHECK_FAULTS", "slow");
    }

    @Test
    void aServiceElsewhereIsOnItsOwnAndAfterWhatItNeeds() {
        List<Deployment> python = ofSide(
                Implementation.PYTHON,
                Map.of(
                        "implementations.python.url", "http://a:1",
                        "implementations.python.services.worker.command", "work --fast",
                        "implementations.python.services.runner.url", "http://b:2"));
        assertThat(python).extracting(Deployment::name).containsExactly("python runner", "python", "python worker");
        assertThat(python.get(1).services()).containsExactly(Service.SITE, Service.PUBLISHER);
        assertThat(python.get(2).program().orElseThrow().command()).containsExactly("work", "--fast");
        assertThat(python.get(2).key()).isEqualTo("crosscheck.implementations.python.services.worker");
    }

    @Test
    void withAaTheDefinitionOfOnePlaysBothSides() {
        Deployment rust = ofSide(Implementation.RUST, Map.of("aa", "python")).get(0);
        assertThat(rust.program().orElseThrow().command()).endsWith("python");
        assertThat(rust.program().orElseThrow().environment()).containsEntry("IMPLEMENTATION", "rust");
        assertThat(rust.key()).isEqualTo("crosscheck.implementations.python");
    }

    private static List<Deployment> ofSide(Implementation implementation, Map<String, String> keys) {
        Properties properties = new Properties();
        keys.forEach((key, value) -> properties.setProperty("crosscheck." + key, value));
        var settings = Configuration.load(Map.of(), properties, Set.of("slow")).settings();
        Deployments deployments = new Deployments(
                settings,
                new SecretUrl(URI.create("postgresql://me:secret@db/x")),
                new SecretUrl(URI.create("redis://cache")),
                Path.of("logs"),
                new StandInCommand("Main", architecture -> List.of("-Xflag"), "class/path", Path.of("/dev/null")));
        return deployments.ofSide(implementation, Topology.of(settings.topology()));
    }
}
