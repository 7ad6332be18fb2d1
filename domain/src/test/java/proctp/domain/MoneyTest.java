package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An amount is exact, bounded, and read from whatever a client may write at no cost worth mentioning. A thread of its own,
 * since arithmetic on millions of digits heeds no interrupt.
 */
@Timeout(value = 20, threadMode = SEPARATE_THREAD)
class MoneyTest {

    private static final long MAX = 999_999_999_999_999L;

    @ParameterizedTest
    @CsvSource({
            "0, 0", "-0, 0", "-0.0, 0", "0.0000, 0", "1, 10000", "-1, -10000", "-1.0, -10000", "204, 2040000",
            "17.25, 172500", "0.0001, 1", "-0.0001, -1", "12345678.9, 123456789000", "1e1, 100000", "1E+2, 1000000",
            "1e-4, 1", "1.5e0, 15000", "25e-2, 2500", "1e10, 100000000000000", "1e0000000000000000000001, 100000",
            "0e99999999999, 0", "-0e-99999999999, 0", "0.00000000000000000001e20, 10000",
            "100000000000000000000e-20, 10000", "99999999999.9999, 999999999999999", "-99999999999.9999, -999999999999999"})
    void a_JSON_number_is_read_exactly(String text, long tenThousandths) {
        assertThat(Money.parse(text)).contains(new Money(tenThousandths));
    }

    @ParameterizedTest
    @CsvSource({
            "51.300000000000004, 513000", "0.1000000000000000055511151231257827, 1000", "2.675, 26750",
            "0.00004, 0", "0.00005, 0", "0.000050000000000000000001, 1", "0.00006, 1", "0.00015, 2", "0.00025, 2",
            "0.00035, 4", "-0.00005, 0", "-0.00015, -2", "-0.00025, -2", "1.00005, 10000", "1.00015, 10002",
            "5e-5, 0", "15e-5, 2", "9.9999499999999999999999e-5, 1", "99999999999.99994999, 999999999999999",
            "99999999999.99985, 999999999999998"})
    void the_noise_beyond_the_fourth_decimal_is_rounded_half_even(String text, long tenThousandths) {
        assertThat(Money.parse(text)).contains(new Money(tenThousandths));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "100000000000", "-100000000000", "99999999999.99995", "-99999999999.99995", "99999999999.99999999", "1e11",
            "-1e11", "1e1000000000", "-1e1000000000", "1e99999999999999999999", "0.1e12", "9e99", "100000000000.0000"})
    void more_than_11_digits_before_the_point_are_refused_be_it_by_rounding(String text) {
        assertThat(Money.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "-1e-400", "1e-1000000000", "9e-99999999999999999999", "0.00000000000000001", "4e-5"})
    void what_is_too_small_to_store_is_zero_and_not_minus_zero(String text) {
        assertThat(Money.parse(text)).contains(Money.ZERO);
        assertThat(Money.parse(text).orElseThrow().toBigDecimal().signum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "+1", "01", "-01", "00", ".5", "5.", "-", "-.5", "+", "e5", "1e", "1e+", "1E-", "1e1.5", "1e 5", "1 ",
            " 1", "1\n", "\n1", "1\u0000", "1\u00A0", "1,5", "1,000", "1_000", "0x1F", "1f", "1d", "1L", "NaN", "Infinity",
            "-Infinity", "null", "true", "\"1\"", "--1", "1-", "1..2", "1.2.3", "\u0661\u0662", "\uFF11", "1e\u0661",
            "1.\u0665", "\u22121", "$1", "1%", "1e5e5"})
    void what_is_no_JSON_number_is_refused(String text) {
        assertThat(Money.parse(text)).isEmpty();
    }

    @Test
    void a_number_of_1000_characters_is_read_and_a_longer_one_is_not() {
        assertThat(Money.parse("1." + "0".repeat(998))).contains(new Money(10_000));
        assertThat(Money.parse("1." + "0".repeat(999))).isEmpty();
        assertThat(Money.parse("9".repeat(1_000))).isEmpty();
        assertThat(Money.parse("9".repeat(1_001))).isEmpty();
        assertThat(Money.parse("1" + "0".repeat(994) + "e-994")).contains(new Money(10_000));
        assertThat(Money.parse("0." + "0".repeat(992) + "1e993")).contains(new Money(10_000));
    }

    @Test
    void hostile_numbers_cost_no_time() {
        List<String> hostile = Stream.of("1e1000000000", "-9e2147483647", "1e-2147483648", "1e999999", "1e-999999",
                "9".repeat(1_000), "0." + "0".repeat(990) + "1", "1e" + "9".repeat(998), "0e" + "0".repeat(990),
                "1".repeat(990) + "e-999999", "-".repeat(1_000), "1" + "e1".repeat(499), "0".repeat(1_000_000),
                "1".repeat(1_000_000) + "x").toList();
        long begun = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            hostile.forEach(Money::parse);
        }
        // 28,000 readings: one that wrote the digits of its exponent out would take longer than all of them may
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void it_agrees_with_decimal_arithmetic_on_random_numbers() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            String text = number(random);
            assertThat(Money.parse(text)).as(text).isEqualTo(byArithmetic(text));
        }
    }

    private static String number(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        text.append(random.nextInt(10));
        if (text.charAt(text.length() - 1) != '0') {
            random.ints(random.nextInt(13), 0, 10).forEach(text::append);
        }
        if (random.nextBoolean()) {
            text.append('.');
            random.ints(1 + random.nextInt(8), 0, 10).forEach(digit -> text.append(digit % 5 == 0 ? digit : 5));
        }
        return random.nextInt(3) > 0 ? text.toString() : text.append('e').append(random.nextInt(30) - 15).toString();
    }

    private static Optional<Money> byArithmetic(String text) {
        BigDecimal rounded = new BigDecimal(text).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.abs().compareTo(new BigDecimal("99999999999.9999")) > 0
                ? Optional.empty()
                : Optional.of(new Money(rounded.movePointRight(4).longValueExact()));
    }

    @Test
    void an_amount_has_at_most_15_digits() {
        assertThat(new Money(MAX)).isEqualTo(Money.MAX);
        assertThat(new Money(-MAX).toBigDecimal()).isEqualTo(new BigDecimal("-99999999999.9999"));
        assertThatThrownBy(() -> new Money(MAX + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(-MAX - 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_a_decimal_of_scale_4_and_back() {
        for (long tenThousandths : new long[] {0, 1, -1, 172_500, MAX, -MAX}) {
            BigDecimal decimal = new Money(tenThousandths).toBigDecimal();
            assertThat(decimal.scale()).isEqualTo(4);
            assertThat(Money.of(decimal)).isEqualTo(new Money(tenThousandths));
        }
        assertThat(Money.of(new BigDecimal("17.25"))).isEqualTo(new Money(172_500));
        assertThat(Money.of(new BigDecimal("1E+2"))).isEqualTo(new Money(1_000_000));
        assertThat(Money.of(new BigDecimal("1.000000"))).isEqualTo(new Money(10_000));
    }

    @Test
    void a_decimal_that_does_not_fit_is_no_amount() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("0.00001"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("100000000000"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(new BigDecimal("1E+20"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_vendors_sign_for_not_known_is_minus_one() {
        assertThat(Money.NOT_KNOWN).isEqualTo(Money.parse("-1.0").orElseThrow());
    }
}
