package crosscheck.report;

import crosscheck.observation.Plan;
import crosscheck.observation.RunFolder;
import crosscheck.verdict.Result;
import crosscheck.verdict.Verdict;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes what people and builds read of a run: {@code index.html}, {@code junit.xml}, {@code summary.md}, {@code metrics.csv}
 * and {@code benchmark-*.json} into the run folder, and the list of runs beside it.
 */
public final class Report {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Report.class.getClassLoader(), "crosscheck.report.template");

    private Report() {}

    /** Makes all of it from the run folder and its result; what was there is replaced. */
    public static void write(RunFolder folder, Result result) {
        Path path = folder.path().toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        Evidence evidence = Evidence.read(folder);
        Page page = Page.of(name, result, evidence);
        save(path.resolve("index.html"), html("page.jte", page));
        save(path.resolve("junit.xml"), JUnitXml.of(page.run(), result));
        save(path.resolve("summary.md"), Summary.of(page));
        evidence.plan()
                .filter(plan -> result.verdict() != Verdict.ERROR)
                .ifPresent(plan -> writeMetrics(path, name, plan, result));
        writeRunList(path.getParent());
    }

    private static void writeMetrics(Path path, String name, Plan plan, Result result) {
        List<Metric> metrics = Metric.of(result);
        save(path.resolve("benchmark-smaller.json"), BenchmarkJson.of(metrics, Metric.Direction.SMALLER));
        save(path.resolve("benchmark-bigger.json"), BenchmarkJson.of(metrics, Metric.Direction.BIGGER));
        String time = plan.epoch().truncatedTo(ChronoUnit.SECONDS).toString();
        save(
                path.resolve("metrics.csv"),
                MetricsCsv.of(time, name, result.verdict().id(), metrics));
    }

    /** Lists every run below the directory that has a result, and joins the figures of those that are of one kind. */
    static void writeRunList(Path reports) {
        RunList list = RunList.read(reports);
        save(reports.resolve("index.html"), html("runs.jte", list));
        list.metricsByKind()
                .forEach((kind, texts) -> save(reports.resolve("metrics-" + kind + ".csv"), MetricsCsv.joined(texts)));
    }

    static String html(String template, Object model) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, model, output);
        return output.toString();
    }

    static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
