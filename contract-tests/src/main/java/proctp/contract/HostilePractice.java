package proctp.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.SignedDigest;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** Makes practices of any size whose every value is one that somebody may stumble over; the same ones from the same seed. */
public final class HostilePractice {

    /** What formats give a meaning to, what is no character on its own, what turns lines around, and what is none at all. */
    private static final String[] AWKWARD = {"\u0001", "\t", "\n", "\r", "\r\n", "\u007F", "\u0085", "\u2028", "\u2029", "\"", "'", "\\",
        "\\N", "\\.", "\\\\", "/", "{", "}", "[", ",", ":", "%s", "${x}", "&amp;", "<", "\uFEFF", "\uFFFF", "\u202E", "שלום",
        "e\u0301", "\uD83E\uDDB7", "\uD83D\uDC68\u200D\uD83D\uDC69", "\uDBFF\uDFFF", " ", "null", "0001-01-01", "a", "Z", "ß", "七"};

    private static final long[] NUMBERS = {0, 1, -1, 65_535, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L};
    private static final long LARGEST_NUM = 9_007_199_254_740_992L;
    private static final long FIRST_SECOND = Instant.parse("0001-01-03T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Random random;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<TreatPlan> plans = new ArrayList<>();
    private final List<ProcTP> rows = new ArrayList<>();

    private HostilePractice(long seed) {
        this.random = new Random(seed);
    }

    /** A practice of so many plans with 0 to 9 rows each, in no order. */
    public static PracticeContents of(PracticeNum practice, long seed, int plans) {
        HostilePractice hostile = new HostilePractice(seed);
        for (int num = 1; num <= 10; num++) {
            hostile.definition(num);
        }
        for (int num = 1; num <= plans; num++) {
            hostile.plan(num);
        }
        Collections.shuffle(hostile.rows, hostile.random);
        return new PracticeContents(practice, hostile.text(255), List.of(), hostile.definitions, hostile.plans, hostile.rows);
    }

    private void definition(int num) {
        definitions.add(new Definition(new DefNum(num == 10 ? LARGEST_NUM : num), num % 3 == 0 ? random.nextInt() : 20,
                random.nextInt(2_147_483_001), text(255), text(255), random.nextBoolean()));
    }

    private void plan(int num) {
        TreatPlanNum treatPlanNum = new TreatPlanNum(3L * num);
        TreatPlan.Status status = num % 7 == 0 ? TreatPlan.Status.Inactive : TreatPlan.Status.Saved;
        TreatPlan plan = new TreatPlan(treatPlanNum, 1L + random.nextInt(50), day(), text(255),
                text(num % 50 == 0 ? 65_535 : 300), random.nextBoolean(), number(), number(), status, stamp(), number(),
                random.nextBoolean() ? TreatPlan.Type.Discount : TreatPlan.Type.Insurance,
                TreatPlan.Signature.NONE, signature(random.nextBoolean(), ""));
        List<ProcTP> its = new ArrayList<>();
        for (int place = 0; status == TreatPlan.Status.Saved && place < random.nextInt(10); place++) {
            its.add(row(plan, place));
        }
        rows.addAll(its);
        plans.add(random.nextBoolean() ? plan
                : plan.signedBy(signature(true, SignedDigest.of(plan, its)), plan.stamp().secDateTEdit()));
    }

    private ProcTP row(TreatPlan plan, int place) {
        return new ProcTP(new ProcTPNum(2L * rows.size() + 20L * plan.num().value() + place), plan.num(), plan.patNum(), number(),
                place * 7_000, new TxPriority(new DefNum(random.nextInt(12)), ""), text(255), text(255), text(15), text(255),
                new ProcTP.Amounts(money(), money(), money(), money(), money(), money(), money(), money()),
                text(255), text(255), text(50), stamp(), number(), day(), number());
    }

    private TreatPlan.Signature signature(boolean isThere, String digest) {
        return new TreatPlan.Signature(isThere ? "s" + text(500) : "",
                random.nextBoolean() ? Optional.of(moment()) : Optional.empty(), text(255), digest);
    }

    private EditStamp stamp() {
        return new EditStamp(number(), day(), moment());
    }

    private Instant moment() {
        return Instant.ofEpochSecond(random.nextInt(3) == 0 ? random.nextLong(FIRST_SECOND, LAST_SECOND)
                : 1_700_000_000L + random.nextInt(100_000_000));
    }

    private Optional<LocalDate> day() {
        return switch (random.nextInt(5)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(FIRST_DAY);
            case 2 -> Optional.of(LAST_DAY);
            default -> Optional.of(LocalDate.ofEpochDay(random.nextLong(FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay())));
        };
    }

    private Money money() {
        return switch (random.nextInt(6)) {
            case 0 -> Money.MAX;
            case 1 -> new Money(-Money.MAX.tenThousandths());
            case 2 -> Money.ZERO;
            case 3 -> new Money(random.nextInt(20_000) - 10_000);
            default -> new Money(random.nextLong(Money.MAX.tenThousandths()));
        };
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    /** Of at most so many characters, now and then of none or of exactly as many. */
    private String text(int longest) {
        int length = switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> longest;
            default -> random.nextInt(Math.min(longest, 30) + 1);
        };
        StringBuilder text = new StringBuilder();
        for (int soFar = 0; soFar < length;) {
            String more = AWKWARD[random.nextInt(AWKWARD.length)];
            soFar += more.codePointCount(0, more.length());
            text.append(more);
        }
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
