package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.Permission;
import proctp.application.Practice;
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

/** Every value of a practice at both ends of what it can be: what an office is filled with is what it gives back. */
public abstract class FilledValuesContract extends OfficeContract {

    private static final String TOOTH = "\uD83E\uDDB7";
    private static final String AWKWARD = "\u0001\t\n\r\u007F'\"\\שלום\u202E\uFFFF ";
    private static final long LAST = Long.MAX_VALUE;
    private static final long NEXT_TO_LAST = LAST - 1;
    private static final Instant FIRST_TIME = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T11:59:59Z");
    private static final Optional<LocalDate> FIRST_DATE = Optional.of(LocalDate.of(1, 1, 2));
    private static final Optional<LocalDate> LAST_DATE = Optional.of(LocalDate.of(9999, 12, 31));
    private static final Optional<LocalDate> NO_DATE = Optional.empty();
    private static final Money SMALLEST = new Money(-Money.MAX.tenThousandths());

    private static final TxPriority PRIORITY = new TxPriority(new DefNum(LAST), TOOTH.repeat(255));

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition(new DefNum(LAST), 20, 65_535, TOOTH.repeat(255), TOOTH.repeat(255), true),
            new Definition(new DefNum(1), 1, 0, "", "", false),
            new Definition(new DefNum(2), 16, 1, AWKWARD, AWKWARD, false));

    private static final List<TreatPlan> PLANS = List.of(
            new TreatPlan(new TreatPlanNum(1), 1, NO_DATE, "", "", false, 0, 0, TreatPlan.Status.Saved,
                    new EditStamp(0, NO_DATE, FIRST_TIME), 0, TreatPlan.Type.Discount,
                    TreatPlan.Signature.NONE, TreatPlan.Signature.NONE),
            new TreatPlan(new TreatPlanNum(2), 2, FIRST_DATE, AWKWARD, AWKWARD, false, 1, 2, TreatPlan.Status.Inactive,
                    new EditStamp(3, FIRST_DATE, Instant.parse("1582-10-10T12:00:00Z")), 4, TreatPlan.Type.Insurance,
                    TreatPlan.Signature.NONE, TreatPlan.Signature.NONE),
            new TreatPlan(new TreatPlanNum(3), 2, LAST_DATE, "h", "x".repeat(65_535), false, 0, 0, TreatPlan.Status.Saved,
                    new EditStamp(3, LAST_DATE, Instant.EPOCH), 4, TreatPlan.Type.Insurance,
                    new TreatPlan.Signature("1", Optional.empty(), ""),
                    new TreatPlan.Signature("pen\n" + AWKWARD, Optional.of(FIRST_TIME), AWKWARD)),
            new TreatPlan(new TreatPlanNum(NEXT_TO_LAST), LAST, LAST_DATE, "", "", true, LAST, LAST, TreatPlan.Status.Saved,
                    new EditStamp(LAST, LAST_DATE, LAST_TIME), LAST, TreatPlan.Type.Discount,
                    TreatPlan.Signature.NONE, TreatPlan.Signature.NONE),
            new TreatPlan(new TreatPlanNum(LAST), LAST, LAST_DATE, TOOTH.repeat(255), TOOTH.repeat(65_535), true, LAST,
                    LAST, TreatPlan.Status.Saved, new EditStamp(LAST, LAST_DATE, LAST_TIME), LAST,
                    TreatPlan.Type.Discount, new TreatPlan.Signature("s".repeat(65_535), Optional.of(LAST_TIME),
                    TOOTH.repeat(255)), new TreatPlan.Signature("p", Optional.of(Instant.EPOCH), TOOTH.repeat(255))));

    private static final List<ProcTP> ROWS = List.of(
            new ProcTP(new ProcTPNum(1), new TreatPlanNum(1), 1, 0, 0, TxPriority.NONE, "", "", "", "",
                    amounts(SMALLEST), "", "", "", new EditStamp(0, NO_DATE, FIRST_TIME), 0, NO_DATE, 0),
            new ProcTP(new ProcTPNum(2), new TreatPlanNum(1), 1, 5, 17, TxPriority.NONE, "a" + AWKWARD, "b" + AWKWARD,
                    "\\'\"\t\u0001", "d" + AWKWARD, each(), "e" + AWKWARD, "f" + AWKWARD, "g" + AWKWARD,
                    new EditStamp(6, FIRST_DATE, Instant.parse("1582-10-10T12:00:00Z")), 7, FIRST_DATE, 8),
            new ProcTP(new ProcTPNum(LAST), new TreatPlanNum(NEXT_TO_LAST), LAST, LAST, 65_535, PRIORITY, TOOTH.repeat(255),
                    TOOTH.repeat(255), TOOTH.repeat(15), TOOTH.repeat(255), amounts(Money.MAX), TOOTH.repeat(255),
                    TOOTH.repeat(255), TOOTH.repeat(50), new EditStamp(LAST, LAST_DATE, LAST_TIME), LAST, LAST_DATE, LAST));

    private static final List<ApiKey> KEYS = List.of(
            key("0", Set.of(), false), key("1", Set.of(Permission.READ_ALL), true),
            key("2", Set.of(Permission.ALL_OTHERS), true), key("f", Set.of(Permission.values()), true));

    @Override
    List<PracticeContents> contents() {
        return List.of(new PracticeContents(new PracticeNum(1), AWKWARD, KEYS, DEFINITIONS, PLANS, ROWS));
    }

    @Test
    void definitions_come_out_as_they_went_in() {
        assertThat(office.definitions().list(CALLER, Optional.empty(), true, ALL))
                .containsExactlyInAnyOrderElementsOf(DEFINITIONS);
    }

    @Test
    void plans_come_out_as_they_went_in() {
        assertThat(plans(CALLER)).isEqualTo(PLANS);
    }

    @Test
    void all_28_members_of_a_row_come_out_as_they_went_in() {
        assertThat(rows(1)).isEqualTo(ROWS.subList(0, 2));
        assertThat(rows(NEXT_TO_LAST)).isEqualTo(ROWS.subList(2, 3));
    }

    @Test
    void an_archive_shows_all_of_it_and_takes_it_back() {
        Archived shown = Archived.of(office, CALLER).orElseThrow();
        assertThat(shown.practice()).isEqualTo(new Practice(AWKWARD, LAST, LAST, LAST));
        assertThat(shown.definitions()).containsExactlyInAnyOrderElementsOf(DEFINITIONS);
        assertThat(shown.plans()).isEqualTo(PLANS);
        assertThat(shown.rows()).isEqualTo(ROWS);
        // all but what it adds: the digest of a plan that was signed elsewhere
        List<TreatPlan> digested = PLANS.stream().map(plan -> plan.isSigned()
                ? plan.signedAs(SignedDigest.of(plan, List.of())) : plan).toList();
        Archived whole = new Archived(shown.practice(), shown.definitions(), digested, shown.rows());
        office.archive().fill(OTHER_CALLER, shown.source());
        assertThat(Archived.of(office, OTHER_CALLER)).contains(whole);
    }

    @Test
    void keys_come_out_as_they_went_in() {
        KEYS.forEach(key -> assertThat(office.apiKeys().find(key.digest())).contains(key));
    }

    @Test
    void an_edit_of_a_row_at_its_limits_leaves_them() {
        ProcTP after = edited(2, members -> members.surf("B"));
        assertThat(Members.changed(ROWS.get(1), after)).containsExactlyInAnyOrder("Surf", "SecDateTEdit");
        ProcTP last = edited(LAST, members -> members.surf("B"));
        assertThat(Members.changed(ROWS.get(2), last)).containsExactlyInAnyOrder("Surf", "SecDateTEdit");
    }

    @Test
    void a_signature_comes_out_as_it_went_in() {
        TreatPlan.Signature old = new TreatPlan.Signature(AWKWARD, Optional.of(FIRST_TIME), AWKWARD);
        assertThat(sign(CALLER, planNum(1), (plan, rows) -> old).patient()).isEqualTo(old);
        assertThat(plan(1).patient()).isEqualTo(old);
    }

    private static ApiKey key(String digit, Set<Permission> permissions, boolean isEnabled) {
        return new ApiKey(new KeyDigest(digit.repeat(64)), new PracticeNum(1), new ApiKeyNum(Long.parseLong(digit, 16) + 1), AWKWARD + digit, digit + AWKWARD, permissions,
                isEnabled);
    }

    private static ProcTP.Amounts amounts(Money all) {
        return new ProcTP.Amounts(all, all, all, all, all, all, all, all);
    }

    /** A different amount for each member, so that none is taken for another. */
    private static ProcTP.Amounts each() {
        return new ProcTP.Amounts(new Money(1), new Money(-2), new Money(3_000), new Money(-40_000), new Money(500_000),
                Money.NOT_KNOWN, new Money(72_500), new Money(0));
    }
}
