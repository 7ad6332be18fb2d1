package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.VerifySignatures.Findings;
import proctp.domain.TreatPlanNum;

/** Whether it shows that somebody was at the tables by hand; plan 970 of the sample is signed, with rows 1001 to 1003. */
class VerifyCommandTest {

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    @ParameterizedTest
    @ValueSource(strings = {
        "update treatplan set note = note || ' ' where treatplannum = 970 and practice_id = 1",
        "update treatplan set datetp = datetp + 1 where treatplannum = 970 and practice_id = 1",
        "update treatplan set datetp = null where treatplannum = 970 and practice_id = 1",
        "update proctp set descript = 'Crown, gold' where proctpnum = 1001 and practice_id = 1",
        "update proctp set patamt = patamt + 0.0001 where proctpnum = 1003 and practice_id = 1",
        "update proctp set itemorder = 1 - itemorder where proctpnum in (1001, 1002) and practice_id = 1",
        "update proctp set treatplannum = 970, itemorder = 9 where proctpnum = 1011 and practice_id = 1",
        "delete from proctp where proctpnum = 1003 and practice_id = 1",
        "delete from proctp where treatplannum = 970 and practice_id = 1"})
    void T4_what_the_signature_covers_and_was_changed_by_hand_is_found(String change) throws SQLException {
        office.executeByHand(change);
        Said said = office.by("verify", "--practice", "1");
        assertThat(said.out().lines()).containsExactly("TreatPlan 970 is not what its patient signed.",
                "0 signed plans match. 1 does not: 970.");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void T4_what_the_signature_does_not_cover_may_change() throws SQLException {
        office.executeByHand("update treatplan set heading = 'Other', responsparty = 5, docnum = 6,"
                + " userNumPresenter = 7, tptype = 'Discount', signaturetext = 'Other', datetsigned = now(), sigistopaz = true,"
                + " signaturepractice = 'other', secdatetedit = now() where practice_id = 1;"
                + " update proctp set feeamt = 1, priinsamt = 2, secinsamt = 3, discount = 4, feeallowed = 5, taxamt = 6,"
                + " catpercucr = 7, priority = 2, toothnumtp = '1', surf = 'B', proccode = 'S9999', procabbr = 'Other', dx = 'D2',"
                + " prognosis = 'Good', provnum = 8, clinicnum = 9, datetp = null, procnumorig = 10, secdatetedit = now(),"
                + " itemorder = itemorder * 2 + 1 where practice_id = 1 and treatplannum = 970");
        Said said = office.by("verify", "--practice", "1");
        assertThat(said.out().lines()).containsExactly("1 signed plan matches.");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void a_program_reads_the_same_as_one_object() throws SQLException {
        office.executeByHand("update treatplan set signature = 'elsewhere' where treatplannum = 963 and"
                + " practice_id = 1; update proctp set descript = 'Crown, gold' where proctpnum = 1001 and practice_id = 1");
        Said said = office.by("verify", "--practice", "1", "--json");
        assertThat(said.out().lines()).containsExactly("{\"practice\":1,\"matching\":0,\"changed\":[970],\"unknown\":[963]}");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void a_plan_that_was_signed_elsewhere_is_named_and_is_no_fault() throws SQLException {
        office.executeByHand("update treatplan set signature = 'elsewhere' where treatplannum = 963 and practice_id = 1");
        Said said = office.by("verify", "--practice", "1");
        assertThat(said.out().lines()).containsExactly(
                "1 signed plan matches. 1 was signed elsewhere, so what was signed is not known: 963.");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void a_wrong_call_is_told_from_a_fault() {
        Said unclear = office.by("verify");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(unclear.err()).startsWith("--practice must say which one is meant. The office holds: 1 (");
        assertThat(unclear.out()).isEmpty();
        Said unknown = office.by("verify", "--practice", "3");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("There is no practice 3.");
    }

    @Test
    void many_plans_are_counted_and_not_all_named() {
        List<TreatPlanNum> many = LongStream.rangeClosed(1, 22).mapToObj(TreatPlanNum::new).toList();
        assertThat(VerifyCommand.summary(new Findings(12, many, many.subList(0, 2)))).isEqualTo("12 signed plans match. 22 do not: 1, 2,"
                + " 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 2 more. 2 were signed elsewhere, so what was"
                + " signed is not known: 1, 2.");
    }
}
