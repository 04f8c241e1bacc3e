package crosscheck.run;

import crosscheck.RunError;
import crosscheck.configuration.Settings;
import crosscheck.environment.Environment;
import crosscheck.environment.Ownership;
import crosscheck.target.TargetInfo;
import crosscheck.target.Targets;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn compile exec:exec@environment}: everything up for a person with curl and psql, until Ctrl-C. It shows the
 * credentials of databases that it has made itself, and of no other.
 */
public final class EnvironmentCommand {
    private EnvironmentCommand() {}

    public static void main(String[] args) throws InterruptedException {
        Opened opened = new Opened();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "crosscheck-end"));
        try {
            Settings settings = CommandLine.ofThisCommand();
            start(settings, opened);
        } catch (RunError e) {
            System.out.println(e.getMessage());
            System.out.println("crosscheck: error/" + e.reason().id());
            System.exit(e.reason().exitCode());
        }
        System.out.println("Up until Ctrl-C.");
        new CountDownLatch(1).await();
    }

    private static void start(Settings settings, Opened opened) throws InterruptedException {
        Ownership ownership = opened.add(Ownership.claim());
        boolean launched = settings.launchesTargets();
        Environment environment = opened.add(Environment.start(settings, launched, ownership, EnvironmentCommand::say));
        Targets targets = opened.add(Targets.start(
                settings,
                environment.databaseUrl(),
                environment.redisUrl(),
                ownership.directory().resolve("logs"),
                StandIns.command(),
                ownership::track,
                EnvironmentCommand::say));
        boolean ours = settings.database().url().isEmpty();
        System.out.println();
        System.out.println("  psql " + (ours ? environment.databaseUrl().reveal() : environment.databaseUrl()));
        System.out.println("  redis-cli -u " + environment.redisUrl());
        for (TargetInfo target : targets.infos()) {
            target.services().values().stream()
                    .distinct()
                    .forEach(url -> System.out.println("  curl " + url + "/api/queue    # " + target.name()));
        }
    }

    private static void say(String step) {
        System.out.println("  " + step);
    }
}
