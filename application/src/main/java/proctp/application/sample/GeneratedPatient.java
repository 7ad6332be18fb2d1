package proctp.application.sample;

import java.util.List;
import proctp.domain.Money;
import proctp.domain.ProcTP;

/**
 * What of a generated patient shows in all of the plans: who it is, and who pays.
 *
 * @param num         the patient's number
 * @param name        to be typed below a signature; invented
 * @param cover       who pays a part
 * @param allowed     what the primary insurance allows of a fee, in percent
 * @param hasSecond   whether there is a secondary insurance, which pays half of what is left
 * @param yearlyLimit the most that the primary insurance pays, in cents
 * @param provNum     who treats
 * @param clinicNum   and where
 */
record GeneratedPatient(long num, String name, Cover cover, int allowed, boolean hasSecond, long yearlyLimit, long provNum,
                        long clinicNum) {

    /** Who pays a part of a fee. */
    enum Cover { NOBODY, INSURANCE, DISCOUNT_PLAN }

    private static final List<String> FIRST_NAMES = List.of("Ada", "Bruno", "Chidi", "Dolores", "Elif", "Farid", "Greta", "Hugo",
            "Ines", "Jamal", "Kenji", "Lena", "Mateo", "Noor", "Olga", "Pavel", "Quynh", "Rosa", "Sven", "Tala", "Umar", "Vera",
            "Wanda", "Xiomara", "Yusuf", "Zoë");
    private static final int CENTS = 100;
    private static final long TEN_THOUSANDTHS_OF_A_CENT = 100;
    private static final int DISCOUNT_PERCENT = 20;
    private static final int TAX_PERCENT = 8;

    /** The patient of that number, always the same. */
    static GeneratedPatient of(long seed, long num) {
        Dice dice = new Dice(seed, Dice.PATIENT, num);
        int kind = dice.between(1, 100);
        Cover cover = kind <= 70 ? Cover.INSURANCE : kind <= 78 ? Cover.DISCOUNT_PLAN : Cover.NOBODY;
        return new GeneratedPatient(num, dice.of(FIRST_NAMES) + " Example", cover, 5 * dice.between(14, 20),
                cover == Cover.INSURANCE && dice.percent(12), 500L * CENTS * dice.between(2, 4), dice.between(1, 4), dice.between(1, 3));
    }

    /**
     * The amounts of a treatment: the fee is what the insurances, the patient and the discount come to.
     *
     * @param cents what it costs
     * @param left  what the primary insurance has left to pay, in cents
     */
    ProcTP.Amounts amounts(Procedure procedure, long cents, long left) {
        boolean insured = cover == Cover.INSURANCE;
        long most = insured ? cents * allowed / 100 : cents;
        long primary = insured ? Math.min(left, most * procedure.covered() / 100) : 0;
        long second = hasSecond ? (most - primary) / 2 : 0;
        long discount = cover == Cover.DISCOUNT_PLAN ? cents * DISCOUNT_PERCENT / 100 : cents - most;
        return new ProcTP.Amounts(money(cents), money(primary), money(second), money(cents - primary - second - discount),
                money(discount), insured ? money(most) : Money.NOT_KNOWN,
                procedure.isTaxed() ? money(cents * TAX_PERCENT / 100) : Money.ZERO, money(cents));
    }

    /** What the primary insurance pays of these amounts, in cents. */
    static long paid(ProcTP.Amounts amounts) {
        return amounts.priInsAmt().tenThousandths() / TEN_THOUSANDTHS_OF_A_CENT;
    }

    private static Money money(long cents) {
        return new Money(cents * TEN_THOUSANDTHS_OF_A_CENT);
    }
}
