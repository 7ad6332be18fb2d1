package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lists of an office by the vendor's numbers and names. */
class DefinitionTest {

    @Test
    void a_category_has_the_vendors_number_and_name() {
        assertThat(DefCat.nameOf(16)).isEqualTo("Diagnosis");
        assertThat(DefCat.nameOf(20)).isEqualTo("TxPriorities");
        assertThat(DefCat.nameOf(27)).isEqualTo("CommLogTypes");
        assertThat(DefCat.nameOf(30)).isEqualTo("Prognosis");
        assertThat(DefCat.TX_PRIORITIES.number()).isEqualTo(20);
    }

    @Test
    void a_category_that_is_not_listed_has_no_name() {
        assertThat(DefCat.nameOf(0)).isEmpty();
        assertThat(DefCat.nameOf(-1)).isEmpty();
        assertThat(DefCat.nameOf(21)).isEmpty();
    }

    @Test
    void a_priority_is_of_category_20_hidden_or_not() {
        assertThat(definition(20, false).isTxPriority()).isTrue();
        assertThat(definition(20, true).isTxPriority()).isTrue();
        assertThat(definition(16, false).isTxPriority()).isFalse();
    }

    private static Definition definition(int category, boolean isHidden) {
        return new Definition(new DefNum(1), category, 0, "High", "", isHidden);
    }
}
