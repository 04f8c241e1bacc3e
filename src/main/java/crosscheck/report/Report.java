package crosscheck.report;

import crosscheck.observation.RunFolder;
import crosscheck.verdict.Result;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what people and builds read of a run: {@code index.html}, {@code junit.xml} and {@code summary.md} into the run
 * folder, and the list of runs beside it.
 */
public final class Report {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Report.class.getClassLoader(), "crosscheck.report.template");

    private Report() {}

    /** Makes all of it from the run folder and its result; what was there is replaced. */
    public static void write(RunFolder folder, Result result) {
        Path path = folder.path().toAbsolutePath().normalize();
        Page page = Page.of(path.getFileName().toString(), result, Evidence.read(folder));
        save(path.resolve("index.html"), html("page.jte", page));
        save(path.resolve("junit.xml"), JUnitXml.of(page.run(), result));
        save(path.resolve("summary.md"), Summary.of(page));
        writeRunList(path.getParent());
    }

    /** Lists every run below the directory that has a result. */
    static void writeRunList(Path reports) {
        save(reports.resolve("index.html"), html("runs.jte", RunList.read(reports)));
    }

    private static String html(String template, Object model) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, model, output);
        return output.toString();
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
