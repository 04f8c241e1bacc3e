package crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MintedTimesTest {
    private static final String DAY = "2026-11-23T";

    private final MintedTimes times = new MintedTimes();

    @ParameterizedTest
    @CsvSource({
        "10:00:00.4Z, 10:00:20.4Z, true",
        "10:00:00.4Z, 10:00:00.4Z, true", // equal, whatever the windows
        "10:00:00.4Z, 10:00:00.5Z, false", // rust's lies in python's window
        "10:00:00.4Z, 10:00:20.244Z, false", // more than a tick early
        "10:00:00.4Z, 10:00:20.756Z, false", // late
        "10:00:00.4Z, 10:00:20.247Z, true", // a coarse clock
        "10:00:00.4Z, 10:00:20.25Z, true", // a hundredth is its last digit
        "10:00:00Z, 10:00:20Z, true", // truncated to seconds
        "10:00:00.4Z, 10:00:20.4, false", // no zone
        "soon, soon, true",
        "soon, later, false"
    })
    void agreeWithinTheirOwnWindows(String python, String rust, boolean same) {
        times.step(window("10:00:00.250001Z", "10:00:00.75Z"), window("10:00:20.250001Z", "10:00:20.75Z"));
        assertThat(times.same("start_time", at(python), at(rust), false)).isEqualTo(same);
    }

    @Test
    void agreeOnlyWithinTheSameExchange() {
        times.step(window("10:00:00Z", "10:00:01Z"), window("10:01:00Z", "10:01:01Z"));
        times.step(window("10:00:02Z", "10:00:03Z"), window("10:01:02Z", "10:01:03Z"));
        assertThat(times.same("t", at("10:00:00.5Z"), at("10:01:00.9Z"), false)).isTrue();
        assertThat(times.same("t", at("10:00:02.5Z"), at("10:01:02.9Z"), false)).isTrue();
        assertThat(times.same("t", at("10:00:00.5Z"), at("10:01:02.5Z"), false)).isFalse();
    }

    @Test
    void keepTheirOrderWithinAField() {
        times.step(window("10:00:00Z", "10:00:01Z"), window("10:00:00Z", "10:00:01Z"));
        assertThat(times.same("items[].t", at("10:00:00.1Z"), at("10:00:00.2Z"), false))
                .isTrue();
        assertThat(times.same("items[].t", at("10:00:00.3Z"), at("10:00:00.25Z"), false))
                .isTrue();
        assertThat(times.same("items[].t", at("10:00:00.4Z"), at("10:00:00.15Z"), false))
                .isFalse();
        assertThat(times.same("other", at("10:00:00.4Z"), at("10:00:00.15Z"), false))
                .isTrue();
    }

    @Test
    void keepTheirOrderHoweverSmallTheDistance() {
        times.step(window("10:00:00Z", "10:00:01Z"), window("10:00:00Z", "10:00:01Z"));
        assertThat(times.same("t", at("10:00:00.015Z"), at("10:00:00.065Z"), false))
                .isTrue();
        assertThat(times.same("t", at("10:00:00.03Z"), at("10:00:00.08Z"), false))
                .isTrue();
    }

    @Test
    void mayBeMintedAfterTheAnswerWhereTheContractSaysSo() {
        times.step(window("10:00:00Z", "10:00:01Z"), window("10:00:00Z", "10:00:01Z"));
        times.step(window("10:00:05Z", "10:00:06Z"), window("10:00:05Z", "10:00:06Z"));
        assertThat(times.same("finish_time", at("10:00:02Z"), at("10:00:05.5Z"), true))
                .isTrue();
        assertThat(times.same("finish_time", at("10:00:02Z"), at("10:00:08Z"), true))
                .isFalse();
        assertThat(times.same("finish_time", at("10:00:02Z"), at("10:00:05.5Z"), false))
                .isFalse();
    }

    @Test
    void areOfTheExchangeThatMintedThem() {
        assertThat(times.step(window("10:00:00Z", "10:00:01Z"), window("10:01:00Z", "10:01:01Z")))
                .isZero();
        assertThat(times.step(window("10:00:02Z", "10:00:03Z"), window("10:01:02Z", "10:01:03Z")))
                .isEqualTo(1);

        assertThat(times.moment(at("10:00:02.5Z"), false, true)).isEqualTo("step 1");
        assertThat(times.moment(at("10:01:02.5Z"), false, false)).isEqualTo("step 1");
        assertThat(times.moment(at("10:01:00.5Z"), false, false)).isEqualTo("step 0");
        assertThat(times.moment(at("10:01:00.5Z"), false, true)).isEqualTo(at("10:01:00.500Z"));
        assertThat(times.moment(at("10:00:01.5Z"), false, true)).isEqualTo(at("10:00:01.500Z"));
        assertThat(times.moment("soon", false, true)).isEqualTo("soon");
    }

    @Test
    void areLaterWhereTheyMayBeMintedAfterTheAnswer() {
        assertThat(times.moment(at("10:00:01Z"), true, true)).isEqualTo(at("10:00:01Z"));
        times.step(window("10:00:00Z", "10:00:01Z"), window("10:01:00Z", "10:01:01Z"));
        times.step(window("10:00:02Z", "10:00:03Z"), window("10:01:02Z", "10:01:03Z"));

        assertThat(times.moment(at("10:00:01.5Z"), true, true)).isEqualTo("later");
        assertThat(times.moment(at("10:01:01.5Z"), true, false)).isEqualTo("later");
        assertThat(times.moment(at("10:01:01.5Z"), true, true)).isEqualTo(at("10:01:01.500Z"));
    }

    private static Window window(String sent, String received) {
        return new Window(Instant.parse(at(sent)), Instant.parse(at(received)));
    }

    private static String at(String time) {
        return Character.isDigit(time.charAt(0)) ? DAY + time : time;
    }
}
