package crosscheck.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/file-formats.md} has every file of a run folder. */
class FileFormatsTest {
    private static final Path DOC = Path.of("docs", "file-formats.md");

    @Test
    void everyFileOfTheRunFolderIsDescribed() throws IOException {
        RunFolder folder = new RunFolder(Path.of("run"));
        List<Method> files = Arrays.stream(RunFolder.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Path.class && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("path"))
                .toList();
        String doc = Files.readString(DOC);

        assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> {
            Path path = folder.path().relativize((Path) file.invoke(folder));
            assertThat(doc).contains("`" + path);
        });
    }

    @Test
    void theFormatOfTheRequestsIsTheOneDescribed() throws IOException {
        String doc = Files.readString(DOC);

        assertThat(doc).contains("`" + RequestLog.FORMAT + "`");
        assertThat(RequestLog.COLUMNS.split(","))
                .allSatisfy(column -> assertThat(doc).contains("`" + column + "`"));
    }
}
