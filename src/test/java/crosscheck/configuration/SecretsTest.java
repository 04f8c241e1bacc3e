package crosscheck.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postgresql://u:S3cr3t-pw@h/db | wrong password S3cr3t-pw for u | wrong password *** for u",
                "postgresql://u:S3cr3t-pw@h/db | postgresql://u:S3cr3t-pw@h/db  | postgresql://u:***@h/db",
                "postgresql://u:a%2Fb%2Fcd@h/db | a%2Fb%2Fcd is a/b/cd          | *** is ***",
                "redis://:s3cr3t-pw@h          | AUTH s3cr3t-pw                 | AUTH ***",
                "postgresql://u:p@ss:word@h/db | p@ss:word                      | ***",
                "postgresql://main:main@h/db   | branch main, main:main         | branch main, ***",
                "postgresql://u:x1@h/db        | x1, u:x1                       | x1, ***",
                "postgresql://u@h/db           | u                              | u",
                "secret@example.org            | secret@example.org             | secret@example.org"
            })
    void passwordsAreTakenOut(String url, String text, String hidden) {
        Secrets secrets = Secrets.of(List.of(url, "no URL"));
        assertThat(secrets.hide(text)).isEqualTo(hidden);
        assertThat(new String(secrets.hide(text.getBytes(UTF_8)), UTF_8)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"0", "128", "255"})
    void otherBytesStayAsTheyAre(int value) {
        byte[] bytes = {(byte) value, 's', (byte) value};
        assertThat(Secrets.of(List.of("redis://:s3cr3t@h")).hide(bytes)).isSameAs(bytes);
    }
}
