package crosscheck.verdict;

/** A distribution of times, milliseconds. Requests without an answer are in it at their deadline. */
public record Latency(double mean, double p50, double p75, double p95, double p99, double max) {}
