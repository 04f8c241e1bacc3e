package crosscheck.run;

import crosscheck.RunError;
import crosscheck.configuration.Settings;
import crosscheck.contract.Contract;
import crosscheck.contract.Implementation;
import crosscheck.contract.Service;
import crosscheck.environment.Environment;
import crosscheck.environment.MessageRecorder;
import crosscheck.environment.Ownership;
import crosscheck.environment.RedisInfo;
import crosscheck.functional.LiveStage;
import crosscheck.functional.OtherServers;
import crosscheck.observation.JsonLines;
import crosscheck.observation.MessageRecord;
import crosscheck.sampling.SamplingPlan;
import crosscheck.target.Loopback;
import crosscheck.target.Targets;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a run stands on, up and connected: the servers, both implementations, and the recorder of their messages. */
record Infrastructure(
        Ownership ownership,
        Environment environment,
        MessageRecorder messages,
        ServerLinks links,
        Targets targets,
        OtherServers others,
        RedisInfo redisInfo) {
    private static final String SAMPLER = "crosscheck-sampler";

    /**
     * @param breakable whether checks take servers out of the targets' reach
     * @param opened takes everything that has to be stopped, as soon as it runs
     * @throws RunError where something does not start; what had been started is in {@code opened}
     */
    static Infrastructure start(
            Settings settings,
            Contract contract,
            boolean breakable,
            Journal journal,
            Incidents incidents,
            Consumer<String> progress,
            Opened opened)
            throws InterruptedException {
        Ownership ownership = opened.add(Ownership.claim());
        Environment environment =
                opened.add(Environment.start(settings, settings.launchesTargets(), ownership, progress));
        MessageRecorder messages = record(environment, contract, journal, incidents);
        ServerLinks links =
                opened.add(breakable ? ServerLinks.breakable(environment) : ServerLinks.direct(environment));
        Targets targets = opened.add(Targets.start(
                settings,
                links.database(),
                links.redis(),
                journal.folder().path().resolve("logs"),
                StandIns.command(),
                ownership::track,
                progress));
        targets.preflight(environment.database().connections(), environment.redisUrl());
        return new Infrastructure(
                ownership,
                environment,
                messages,
                links,
                targets,
                opened.add(new OtherServers()),
                opened.add(new RedisInfo(environment.redisUrl())));
    }

    /** Everything that is published, from before the first target listens. */
    private static MessageRecorder record(
            Environment environment, Contract contract, Journal journal, Incidents incidents) {
        JsonLines<MessageRecord> log = journal.log(journal.folder().messages(), MessageRecord.class);
        MessageRecorder recorder = MessageRecorder.start(
                environment.redisUrl(),
                contract.topics().keySet(),
                journal.clock().wall(),
                log::append);
        journal.add(() -> {
            try {
                recorder.close();
            } catch (RunError e) {
                incidents.messagesMissed(e);
            }
        });
        return recorder;
    }

    URI baseUrl(Implementation side, Service service) {
        return targets.registry().baseUrl(side, service).reveal();
    }

    LiveStage stage(Journal journal, Incidents incidents) {
        return new LiveStage(
                this::baseUrl,
                environment.database(),
                messages,
                links.proxies(),
                others,
                this::awaitReady,
                messages.subscribers(),
                incidents::resetBlocked,
                journal.clock().wall()::micros);
    }

    SamplingPlan sampling(Settings.Profile profile) {
        Map<Implementation, Supplier<Set<Long>>> roots = new EnumMap<>(Implementation.class);
        for (Implementation side : Implementation.values()) {
            // A part of a side would be taken for the whole of it.
            roots.put(
                    side,
                    () -> targets.roots(side).areKnown() ? targets.roots(side).pids() : Set.of());
        }
        return new SamplingPlan(
                roots,
                () -> Stream.of(Implementation.values())
                        .anyMatch(side -> targets.roots(side).areHere()),
                environment.database().dataSource(SAMPLER),
                Loopback.has(environment.databaseUrl().reveal()),
                redisInfo,
                profile.sampling(),
                profile.pssInterval());
    }

    private void awaitReady() {
        try {
            targets.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunError.environment("interrupted while targets were to become ready again");
        }
    }
}
