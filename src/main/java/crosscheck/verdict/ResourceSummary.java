package crosscheck.verdict;

import crosscheck.contract.Implementation;
import java.util.List;

/**
 * What one implementation held while it was driven in judged phases. A value that was never sampled is {@code null}.
 *
 * @param samples samples that lie in its phases
 * @param memory {@code PSS} (shared pages counted once) or {@code RSS}; {@code null} where neither was read
 * @param memoryMeanMib mean of that memory over its process tree
 * @param memoryMaxMib largest
 * @param cpuCores cores kept busy, mean
 * @param threadsMax largest number of threads
 * @param descriptorsMax largest number of open file descriptors
 * @param connectionsMean PostgreSQL sessions, mean
 * @param connectionsMax PostgreSQL sessions, largest
 * @param diskReadMib read from disk by its process tree
 * @param diskWriteMib written to disk by its process tree
 * @param networkInMib HTTP bytes of answers that the generator saw
 * @param networkOutMib HTTP bytes of requests that the generator sent
 * @param cpuSecondsPerThousand CPU seconds of its process tree for a thousand requests; {@code null} where not sampled
 * @param memoryMibMinutesPerThousand memory times the time it was held, MiB minutes for a thousand requests
 * @param trends how what it held moved
 */
public record ResourceSummary(
        Implementation implementation,
        long samples,
        String memory,
        Double memoryMeanMib,
        Double memoryMaxMib,
        Double cpuCores,
        Integer threadsMax,
        Long descriptorsMax,
        Double connectionsMean,
        Integer connectionsMax,
        Double diskReadMib,
        Double diskWriteMib,
        double networkInMib,
        double networkOutMib,
        PerThousand cpuSecondsPerThousand,
        PerThousand memoryMibMinutesPerThousand,
        List<ResourceTrend> trends) {}
