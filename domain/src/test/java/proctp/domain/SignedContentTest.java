package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static proctp.domain.Rows.plan;
import static proctp.domain.Rows.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a signature covers, and what not. */
class SignedContentTest {

    private static final TreatPlan PLAN = plan(TreatPlan.Status.Saved, TreatPlan.Signature.NONE, TreatPlan.Signature.NONE);
    private static final List<ProcTP> ROWS = List.of(row(0), edited(row(1), members -> members.descript("second")));

    @Test
    void it_is_the_plans_Note_and_DateTP_and_each_rows_Descript_and_PatAmt_in_order() {
        assertThat(SignedContent.of(PLAN, ROWS)).isEqualTo("4:Note10:2026-01-059:composite1:46:second1:4");
    }

    @Test
    void T4_everything_that_is_covered_makes_another_content() {
        String content = SignedContent.of(PLAN, ROWS);
        assertThat(List.of(
                SignedContent.of(with("Note ", PLAN.dateTP()), ROWS),
                SignedContent.of(with("Note", Optional.empty()), ROWS),
                SignedContent.of(with("Note", Optional.of(LocalDate.of(2026, 1, 6))), ROWS),
                SignedContent.of(PLAN, List.of(ROWS.get(1), ROWS.get(0))),
                SignedContent.of(PLAN, List.of(ROWS.get(0))),
                SignedContent.of(PLAN, List.of(ROWS.get(0), ROWS.get(1), ROWS.get(1))),
                SignedContent.of(PLAN, List.of(ROWS.get(0), edited(ROWS.get(1), members -> members.descript("second.")))),
                SignedContent.of(PLAN, List.of(ROWS.get(0), edited(ROWS.get(1), members -> members.patAmt(new Money(-4)))))))
                .doesNotContain(content).doesNotHaveDuplicates();
    }

    @Test
    void T4_what_is_not_covered_makes_no_other_content() {
        ProcTP first = edited(ROWS.get(0), members -> members.surf("x").feeAmt(Money.MAX).dx("x").priority(new DefNum(9)));
        assertThat(SignedContent.of(PLAN, List.of(first, ROWS.get(1)))).isEqualTo(SignedContent.of(PLAN, ROWS));
        TreatPlan retitled = PLAN.with(PLAN.dateTP(), "other", "Note", false, 9, TreatPlan.Type.Insurance,
                Rows.signature("x"), Rows.signature("y"));
        assertThat(SignedContent.of(retitled, ROWS)).isEqualTo(SignedContent.of(PLAN, ROWS));
    }

    @Test
    void a_text_cannot_pass_for_two() {
        assertThat(SignedContent.of(with("a", Optional.empty()), List.of()))
                .isNotEqualTo(SignedContent.of(with("a0:", Optional.empty()), List.of()))
                .isNotEqualTo(SignedContent.of(with("", Optional.empty()), List.of()));
        List<ProcTP> two = List.of(edited(row(0), members -> members.descript("a1:4")), row(1));
        List<ProcTP> one = List.of(edited(row(0), members -> members.descript("a1:49:composite")));
        assertThat(SignedContent.of(PLAN, two)).isNotEqualTo(SignedContent.of(PLAN, one));
    }

    private static TreatPlan with(String note, Optional<LocalDate> dateTP) {
        return PLAN.with(dateTP, PLAN.heading(), note, PLAN.sigIsTopaz(), PLAN.responsParty(), PLAN.type(), PLAN.patient(),
                PLAN.practice());
    }

    private static ProcTP edited(ProcTP row, UnaryOperator<ProcTPEdit.Builder> members) {
        return row.edited(members.apply(ProcTPEdit.builder()).build(any -> true), Instant.EPOCH);
    }
}
