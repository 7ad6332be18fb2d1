package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client wants changed is held against the limits of each member before anything is touched. */
class ProcTPEditTest {

    private static final Predicate<DefNum> NEVER_ASKED = priority -> {
        throw new AssertionError("asked about " + priority);
    };

    private static final String TOOTH = "\uD83E\uDDB7";

    /** Sets one text member. */
    @FunctionalInterface
    private interface Setter {
        ProcTPEdit.Builder set(ProcTPEdit.Builder members, String value);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("ToothNumTP", 255, ProcTPEdit.Builder::toothNumTP), text("Surf", 255, ProcTPEdit.Builder::surf),
                text("ProcCode", 15, ProcTPEdit.Builder::procCode), text("Descript", 255, ProcTPEdit.Builder::descript),
                text("Prognosis", 255, ProcTPEdit.Builder::prognosis), text("Dx", 255, ProcTPEdit.Builder::dx),
                text("ProcAbbr", 50, ProcTPEdit.Builder::procAbbr));
    }

    private static Arguments text(String member, int longest, Setter setter) {
        return Arguments.of(member, longest, setter);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void U7_a_text_is_as_long_as_its_column_in_characters_and_no_longer(String member, int longest, Setter setter) {
        for (String character : List.of("a", TOOTH, "\u0001", " ")) {
            assertThatCode(() -> setter.set(ProcTPEdit.builder(), character.repeat(longest)).build(NEVER_ASKED))
                    .doesNotThrowAnyException();
            assertThat(refusalOf(setter.set(ProcTPEdit.builder(), character.repeat(longest + 1))).sentence())
                    .isEqualTo(member + " must be at most " + longest + " characters long, not " + (longest + 1) + ".");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void U7_a_text_has_no_U0000_and_no_half_character(String member, int longest, Setter setter) {
        for (String nul : List.of("\0", "a\0", "\0b", TOOTH + "\0")) {
            assertThat(refusalOf(setter.set(ProcTPEdit.builder(), nul)).sentence()).startsWith(member).contains("U+0000");
        }
        for (String half : List.of("\uD83E", "\uDDB7", "a\uD83E", "\uDDB7\uD83E", TOOTH + "\uDDB7", "\uD83Eb\uDDB7")) {
            assertThat(refusalOf(setter.set(ProcTPEdit.builder(), half)).sentence())
                    .startsWith(member).contains("unpaired surrogates");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0001", "\t\r\n", "'", "\"", "\\", "\uFFFF", "\u202E", TOOTH, "e\u0301"})
    void every_other_text_is_kept_as_it_was_sent(String value) {
        assertThat(ProcTPEdit.builder().descript(value).build(NEVER_ASKED).descript()).contains(value);
    }

    @Test
    void U7_all_faults_are_in_one_sentence_in_the_order_they_were_met() {
        ProcTPEdit.Builder members = ProcTPEdit.builder().procCode("a".repeat(16));
        members.faults().invalid("FeeAmt", "must be a number.");
        Refusal refusal = refusalOf(members.descript("\0").priority(new DefNum(99)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_INVALID);
        assertThat(refusal.sentence()).isEqualTo("ProcCode must be at most 15 characters long, not 16."
                + " FeeAmt must be a number."
                + " Descript must not contain the character U+0000."
                + " Priority must be 0 or the DefNum of a definition of category 20 (TxPriorities), which 99 is not.");
    }

    @Test
    void U7_the_refusal_is_of_the_first_faults_kind() {
        ProcTPEdit.Builder members = ProcTPEdit.builder();
        members.faults().add(Refusal.Kind.FIELD_UNKNOWN, "'%s' is not a field.", "Foo");
        Refusal refusal = refusalOf(members.dx("\0"));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_UNKNOWN);
        assertThat(refusal.sentence()).startsWith("'Foo' is not a field. Dx must");
    }

    @Test
    void U7_a_flood_of_faults_is_counted_and_not_echoed() {
        ProcTPEdit.Builder flood = ProcTPEdit.builder();
        IntStream.rangeClosed(1, 40).forEach(i -> flood.faults().add(Refusal.Kind.FIELD_UNKNOWN, "Fault %s.", String.valueOf(i)));
        assertThat(refusalOf(flood).sentence()).endsWith("Fault 39. Fault 40.");
        IntStream.rangeClosed(41, 10_000).forEach(i -> flood.faults().add(Refusal.Kind.FIELD_UNKNOWN, "Fault %s.", String.valueOf(i)));
        assertThat(refusalOf(flood).sentence()).endsWith("Fault 40. And 9960 more.").hasSizeLessThan(1_000);
    }

    @Test
    void a_priority_is_asked_about_once() {
        List<DefNum> asked = new ArrayList<>();
        ProcTPEdit edit = ProcTPEdit.builder().priority(new DefNum(7)).priority(new DefNum(8)).build(asked::add);
        assertThat(asked).containsExactly(new DefNum(8));
        assertThat(edit.priority()).contains(new DefNum(8));
    }

    @Test
    void no_priority_is_a_priority_and_nobody_is_asked_about_it() {
        assertThat(ProcTPEdit.builder().priority(DefNum.NONE).build(NEVER_ASKED).priority()).contains(DefNum.NONE);
        assertThat(ProcTPEdit.builder().surf("B").build(NEVER_ASKED).priority()).isEmpty();
    }

    @Test
    void a_negative_priority_is_asked_about_like_any_other() {
        assertThat(refusalOf(ProcTPEdit.builder().priority(new DefNum(-1))).sentence()).contains("which -1 is not");
    }

    @Test
    void what_was_not_named_is_left_alone() {
        ProcTPEdit edit = ProcTPEdit.builder().feeAmt(Money.ZERO).dx("").build(NEVER_ASKED);
        assertThat(edit.feeAmt()).contains(Money.ZERO);
        assertThat(edit.dx()).contains("");
        assertThat(Stream.of(edit.priority(), edit.toothNumTP(), edit.surf(), edit.procCode(), edit.descript(),
                edit.priInsAmt(), edit.secInsAmt(), edit.patAmt(), edit.discount(), edit.prognosis(), edit.procAbbr(),
                edit.feeAllowed())).allMatch(Optional::isEmpty);
    }

    @Test
    void each_member_goes_to_its_own_place() {
        ProcTPEdit edit = ProcTPEdit.builder().priority(new DefNum(1)).toothNumTP("t").surf("s").procCode("c").descript("d")
                .feeAmt(new Money(1)).priInsAmt(new Money(2)).secInsAmt(new Money(3)).patAmt(new Money(4))
                .discount(new Money(5)).prognosis("p").dx("x").procAbbr("a").feeAllowed(new Money(6)).build(any -> true);
        assertThat(edit).isEqualTo(new ProcTPEdit(Optional.of(new DefNum(1)), Optional.of("t"), Optional.of("s"),
                Optional.of("c"), Optional.of("d"), Optional.of(new Money(1)), Optional.of(new Money(2)),
                Optional.of(new Money(3)), Optional.of(new Money(4)), Optional.of(new Money(5)), Optional.of("p"),
                Optional.of("x"), Optional.of("a"), Optional.of(new Money(6))));
    }

    private static Refusal refusalOf(ProcTPEdit.Builder members) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> members.build(none -> false));
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }
}
