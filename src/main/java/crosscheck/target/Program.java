package crosscheck.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started.
 *
 * @param command the words
 * @param directory where it runs
 * @param environment variables over those of crosscheck's own environment
 * @param log where its output goes
 */
record Program(List<String> command, Path directory, Map<String, String> environment, Path log) {}
