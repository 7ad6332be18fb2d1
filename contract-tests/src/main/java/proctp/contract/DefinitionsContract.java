package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;

/** Reading the lists that a practice defines for itself. */
public abstract class DefinitionsContract extends OfficeContract {

    private static final Optional<Long> ANY_CATEGORY = Optional.empty();

    @Test
    void F1_one_category_in_its_order() {
        assertThat(found(Optional.of(20L), true, ALL)).containsExactly(1L, 2L, 3L);
        assertThat(found(Optional.of(30L), true, ALL)).containsExactly(31L, 32L, 33L);
    }

    @Test
    void F1_hidden_ones_only_when_they_are_wanted() {
        assertThat(found(Optional.of(20L), false, ALL)).containsExactly(1L, 2L);
        assertThat(found(ANY_CATEGORY, false, ALL)).doesNotContain(3L, 33L).hasSize(6);
        assertThat(found(ANY_CATEGORY, true, ALL)).contains(3L, 33L).hasSize(8);
    }

    @Test
    void F1_a_category_that_is_not_there_has_nothing() {
        for (long category : new long[] {0, -1, 27, Long.MAX_VALUE, Long.MIN_VALUE, 20 + (1L << 32)}) {
            assertThat(found(Optional.of(category), true, ALL)).as("category %d", category).isEmpty();
        }
    }

    @Test
    void F1_definitions_come_by_ItemOrder_then_number() {
        assertThat(found(ANY_CATEGORY, true, ALL)).containsExactly(1L, 21L, 31L, 2L, 22L, 32L, 3L, 33L);
        openAnEmptyOffice();
        office.fillIfEmpty(List.of(new Filing(new PracticeNum(1)).definition(30, 20, 1, "c").definition(4, 20, 1, "b")
                .definition(200, 20, 0, "z").definition(5, 20, 2, "a").contents()));
        assertThat(found(ANY_CATEGORY, true, ALL)).containsExactly(200L, 4L, 30L, 5L);
    }

    @Test
    void F1_definitions_are_paged() {
        assertThat(found(ANY_CATEGORY, true, new Page(3, 0))).containsExactly(1L, 21L, 31L);
        assertThat(found(ANY_CATEGORY, true, new Page(3, 6))).containsExactly(3L, 33L);
        assertThat(found(Optional.of(20L), false, new Page(5, 1))).containsExactly(2L);
        assertThat(found(ANY_CATEGORY, true, new Page(1, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void F1_a_definition_is_read_as_it_was_filed() {
        assertThat(office.definitions().list(CALLER, ANY_CATEGORY, true, ALL))
                .containsExactlyInAnyOrderElementsOf(contents().get(0).definitions());
    }

    @Test
    void one_definition_is_found_by_its_number_hidden_or_not() {
        for (Definition definition : contents().get(0).definitions()) {
            assertThat(office.definitions().find(CALLER, Set.of(definition.num()))).containsExactly(definition);
        }
    }

    @Test
    void a_number_that_no_definition_has_finds_none() {
        for (long num : new long[] {0, -1, 20, Long.MAX_VALUE, Long.MIN_VALUE, 1 + (1L << 32)}) {
            assertThat(office.definitions().find(CALLER, Set.of(new DefNum(num)))).as("definition %d", num).isEmpty();
        }
    }

    @Test
    void F2_a_new_definition_comes_last_in_its_list_and_is_not_hidden() {
        Definition made = add(new NewDefinition(DefCat.TX_PRIORITIES, "Tomorrow 🦷", "value"));
        assertThat(made).isEqualTo(new Definition(new DefNum(34), 20, 3, "Tomorrow 🦷", "value", false));
        assertThat(office.definitions().find(CALLER, Set.of(made.num()))).containsExactly(made);
        assertThat(office.definitions().list(CALLER, Optional.of(20L), true, ALL)).last().isEqualTo(made);
        assertThat(edited(976, members -> members.priority(made.num())).priority().itemName()).isEqualTo("Tomorrow 🦷");
    }

    @Test
    void F2_the_first_of_a_list_has_the_first_place_and_names_may_repeat() {
        assertThat(add(new NewDefinition(DefCat.COMM_LOG_TYPES, "Call", ""))).extracting(Definition::itemOrder).isEqualTo(0);
        Definition again = add(new NewDefinition(DefCat.COMM_LOG_TYPES, "Call", ""));
        assertThat(again).extracting(Definition::itemOrder).isEqualTo(1);
        assertThat(again.num()).isEqualTo(new DefNum(35));
    }

    @Test
    void A9_F2_a_new_definition_is_the_callers_own_and_each_practice_counts_for_itself() {
        Everything others = everything(OTHER_CALLER);
        Definition made = add(new NewDefinition(DefCat.DIAGNOSIS, "Erosion", "E"));
        assertUnchanged(OTHER_CALLER, others);
        assertThat(office.definitions().find(OTHER_CALLER, Set.of(made.num()))).isEmpty();
        assertThat(office.definitions().add(OTHER_CALLER, new NewDefinition(DefCat.DIAGNOSIS, "x", ""), Optional.empty())
                .value().num()).isEqualTo(new DefNum(5022));
    }

    private Definition add(NewDefinition definition) {
        return office.definitions().add(CALLER, definition, Optional.empty()).value();
    }

    private List<Long> found(Optional<Long> category, boolean includeHidden, Page page) {
        return office.definitions().list(CALLER, category, includeHidden, page).stream()
                .map(definition -> definition.num().value()).toList();
    }
}
