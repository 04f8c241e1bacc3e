package crosscheck.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:secret@db:5432/x, postgresql://db:5432/x",
        "postgresql://me:secret@db_1/x?password=secret, postgresql://db_1/x",
        "redis://:secret@[::1]:6379, redis://[::1]:6379",
        "http://localhost, http://localhost",
    })
    void credentialsAreNotShown(String url, String shown) {
        assertThat(new SecretUrl(URI.create(url))).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "connect postgresql://me:p@ss/w@db/x failed, connect postgresql://db/x failed",
        "jdbc:postgresql://db/x?user=me&password=secret, jdbc:postgresql://db/x?user=me&password=***",
        "PGPASSWORD=secret run, PGPASSWORD=*** run",
        "from a@b to c, from a@b to c",
    })
    void credentialsAreTakenOutOfText(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }
}
