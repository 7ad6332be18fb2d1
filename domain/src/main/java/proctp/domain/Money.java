package proctp.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in the practice's currency: exact, with at most 11 digits before the point and 4 after it, of either sign.
 *
 * <p>It counts ten-thousandths, so that every amount fits into a {@code long}, none is out of bounds and none is minus
 * zero.
 *
 * @param tenThousandths the amount times 10,000, from -999,999,999,999,999 to 999,999,999,999,999
 */
public record Money(long tenThousandths) {

    /** Digits after the point. */
    private static final int SCALE = 4;

    /** 0.0 */
    public static final Money ZERO = new Money(0);

    /** The largest amount, 99,999,999,999.9999; its negative is the smallest. */
    public static final Money MAX = new Money(999_999_999_999_999L);

    /** -1.0, which the vendor writes into FeeAllowed for "not known". */
    public static final Money NOT_KNOWN = new Money(-10_000);

    private static final Pattern NUMBER =
            Pattern.compile("(-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?)(?:[eE]([+-]?)(?=[0-9])0*+([0-9]*+))?");

    /** Longer texts are not read as an amount, so that none costs more than microseconds. */
    private static final int LONGEST_NUMBER = 1_000;

    /** No mantissa of {@link #LONGEST_NUMBER} digits comes back from an exponent of this size. */
    private static final int EXPONENT_BEYOND_REACH = 1_000_000;

    public Money {
        if (tenThousandths > 999_999_999_999_999L || tenThousandths < -999_999_999_999_999L) {
            throw new IllegalArgumentException("more than 11 digits before the point");
        }
    }

    /**
     * Reads a number as JSON writes it, never by way of a binary floating-point type.
     *
     * <p>Clients compute in doubles, so what is beyond the fourth decimal is noise and rounded half-even. An exponent of
     * any size costs nothing.
     *
     * @return empty when the text is no number or has, once rounded, more than 11 digits before the point
     */
    public static Optional<Money> parse(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(number.group(1)).scaleByPowerOfTen(exponent(number));
        // the exponent of the leading digit: judged before any arithmetic that would write the digits out
        int digitsBeforePoint = exact.precision() - exact.scale();
        if (exact.signum() == 0 || digitsBeforePoint < -SCALE) {
            return Optional.of(ZERO);
        }
        if (digitsBeforePoint > 11) {
            return Optional.empty();
        }
        long tenThousandths = exact.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        return Math.abs(tenThousandths) > MAX.tenThousandths ? Optional.empty() : Optional.of(new Money(tenThousandths));
    }

    private static int exponent(Matcher number) {
        String digits = number.group(3);
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        int size = digits.length() > 6 ? EXPONENT_BEYOND_REACH : Integer.parseInt(digits);
        return number.group(2).equals("-") ? -size : size;
    }

    /** The amount that a decimal column of scale 4 holds; {@code ArithmeticException} when the value has more decimals. */
    public static Money of(BigDecimal amount) {
        return new Money(amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /** The amount as a decimal of scale 4. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(tenThousandths, SCALE);
    }
}
