package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.assertRefused;
import static proctp.application.sample.SampleOffice.CUSTOMER_KEY;
import static proctp.application.sample.SampleOffice.DEVELOPER_KEY;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** The use cases put together on one office, as a driving adapter gets them. */
class UseCasesTest {

    private final UseCases useCases = UseCases.on(Offices.sample(), Offices.SECRET, Offices.TODAY);

    @Test
    void a_program_comes_with_its_keys_and_reads_edits_and_deletes() {
        Caller caller = caller(useCases);
        useCases.editProcTP().edit(caller, new ProcTPNum(976), ProcTPEdit.builder().surf("B"), ProcTPGuard.NONE);
        useCases.deleteProcTP().delete(caller, new ProcTPNum(977), ProcTPGuard.NONE);
        assertThat(useCases.listProcTPs().list(caller, new TreatPlanNum(963), ALL)).singleElement()
                .extracting(row -> row.surf()).isEqualTo("B");
        assertThat(useCases.treatPlans().list(caller, TreatPlanFilter.ALL, ALL)).hasSize(10);
        assertThat(useCases.definitions().list(caller, Optional.of(20L), false, ALL)).hasSize(2);
    }

    @Test
    void keys_under_another_secret_open_nothing() {
        UseCases locked = UseCases.on(Offices.sample(), new KeySecret("another secret"), Offices.TODAY);
        assertRefused(Refusal.Kind.KEY_INVALID, () -> caller(locked));
    }

    @Test
    void what_a_caller_may_cannot_be_changed_afterwards() {
        Set<Permission> permissions = new HashSet<>(EnumSet.of(Permission.READ_ALL));
        Caller caller = new Caller(new PracticeNum(1), new ApiKeyNum(1), "", "", permissions);
        permissions.add(Permission.ALL_OTHERS);
        assertThat(caller.permissions()).containsExactly(Permission.READ_ALL);
        assertThatThrownBy(() -> caller.permissions().add(Permission.ALL_OTHERS))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void G6_a_page_has_at_least_one_row_and_begins_at_the_first_or_later() {
        assertThatThrownBy(() -> new Page(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Page(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Page(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Caller caller(UseCases useCases) {
        return useCases.authenticate().authenticate(useCases.digest().apply(DEVELOPER_KEY, CUSTOMER_KEY));
    }
}
