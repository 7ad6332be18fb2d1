package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** A tag changes exactly when what is written does. */
class EntityTagTest {

    private static final WireFormat VENDORS = WireFormat.vendors(ZoneId.of("America/Chicago"));

    private final Caller caller = new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "", "", Set.of());
    private final Office office = InMemoryServer.sampleOffice();

    private final ProcTP row = office.procTPs().find(caller, new ProcTPNum(981)).orElseThrow();

    /** As earlier releases gave them: clients keep them, and nodes of both may be at work. What changes them must raise the form. */
    @Test
    void X7_tags_are_what_they_were() {
        assertThat(EntityTag.ofOne(row, VENDORS, ProcTPJson::values)).isEqualTo("\"2w-SPzwh2mI0joqmTSb7-w\"");
        List<ProcTP> rows = office.procTPs().list(caller, new TreatPlanNum(964), Page.EVERYTHING);
        assertThat(EntityTag.ofList(rows, VENDORS, ProcTPJson::values)).isEqualTo("\"11h_wwsC6dOzOqwBgM-mzA\"");
    }

    @TestFactory
    Stream<DynamicTest> X7_a_row_has_another_tag_exactly_when_it_is_written_otherwise() {
        return variants(row, (json, variant) -> ProcTPJson.write(json, variant, VENDORS), ProcTPJson::values);
    }

    @TestFactory
    Stream<DynamicTest> X7_a_plan_has_another_tag_exactly_when_it_is_written_otherwise() {
        return office.treatPlans().list(caller, TreatPlanFilter.ALL, Page.EVERYTHING).stream()
                .filter(plan -> plan.num().value() >= 970 && plan.num().value() <= 980)
                .flatMap(plan -> variants(plan, (json, variant) -> TreatPlanJson.write(json, variant, VENDORS), TreatPlanJson::values));
    }

    @TestFactory
    Stream<DynamicTest> X7_a_definition_has_another_tag_exactly_when_it_is_written_otherwise() {
        Definition definition = office.definitions().list(caller, Optional.empty(), true, Page.EVERYTHING).get(0);
        return variants(definition, DefinitionJson::write, DefinitionJson::values);
    }

    @Test
    void X7_what_moves_from_one_text_to_the_next_is_seen() {
        assertThat(tag("a", "bc")).isNotEqualTo(tag("ab", "c"));
        assertThat(tag("", "a")).isNotEqualTo(tag("a", ""));
        assertThat(tag("a\u0000", "b")).isNotEqualTo(tag("a", "\u0000b"));
        assertThat(tag("é", "")).isNotEqualTo(tag("e\u0301", ""));
    }

    @Test
    void X7_texts_of_any_length_are_taken_in_whole() {
        List<String> texts = new ArrayList<>();
        for (int length : new int[] {0, 1, 4000, 4030, 4060, 4079, 4080, 4081, 4095, 4096, 4097, 8192, 65_535}) {
            texts.add("x".repeat(length));
            texts.add("x".repeat(length) + "y");
        }
        assertThat(texts.stream().distinct().map(text -> tag(text, text, "z"))).doesNotHaveDuplicates();
        assertThat(tag("x".repeat(5000), "z")).isEqualTo(tag("x".repeat(5000), "z"));
    }

    @Test
    void X7_the_order_and_number_of_rows_count_and_a_list_of_one_is_not_that_one() {
        ProcTP other = office.procTPs().find(caller, new ProcTPNum(982)).orElseThrow();
        List<List<ProcTP>> lists = List.of(List.of(), List.of(row), List.of(other), List.of(row, other), List.of(other, row), List.of(row, row));
        assertThat(Stream.concat(lists.stream().map(rows -> EntityTag.ofList(rows, VENDORS, ProcTPJson::values)),
                Stream.of(EntityTag.ofOne(row, VENDORS, ProcTPJson::values)))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"America/Denver, '', ''", "America/Chicago, MM, ''", "America/Chicago, '', MM", "America/Chicago, dd, ''",
        "America/Chicago, MM, MM", "UTC, '', ''"})
    void X7_how_dates_are_written_counts(String zone, String date, String dateTime) {
        WireFormat format = new WireFormat(ZoneId.of(zone), pattern(date), pattern(dateTime));
        assertThat(EntityTag.ofOne(row, format, ProcTPJson::values)).isNotEqualTo(EntityTag.ofOne(row, VENDORS, ProcTPJson::values));
    }

    private static Optional<DatePattern> pattern(String pattern) {
        return pattern.isEmpty() ? Optional.empty() : Optional.of(DatePattern.parse("DateFormatString", pattern));
    }

    private static String tag(String... texts) {
        return EntityTag.ofList(List.of(texts), VENDORS, EntityTag::text);
    }

    private static <R extends Record> Stream<DynamicTest> variants(R original, BiConsumer<JsonWriter, R> write,
                                                                    BiConsumer<EntityTag, R> values) {
        String json = new String(Json.bytes(out -> write.accept(out, original)), UTF_8);
        String tag = EntityTag.ofOne(original, VENDORS, values);
        return Variants.of(original).map(variant -> dynamicTest(variant.name(), () -> {
            String otherJson = new String(Json.bytes(out -> write.accept(out, variant.value())), UTF_8);
            assertThat(EntityTag.ofOne(variant.value(), VENDORS, values).equals(tag)).as(otherJson).isEqualTo(otherJson.equals(json));
        }));
    }

    /** A value in which one member is another one. */
    private record Variant<R>(String name, R value) {
    }

    /** Finds every member of a record, and of the records in it, and changes it alone. */
    private static final class Variants {

        static <R extends Record> Stream<Variant<R>> of(R original) {
            RecordComponent[] members = original.getClass().getRecordComponents();
            return Stream.iterate(0, i -> i < members.length, i -> i + 1)
                    .flatMap(i -> changed(members[i], get(original, members[i]))
                            .map(change -> new Variant<>(members[i].getName() + " " + change.name(), with(original, i, change.value()))));
        }

        private static Stream<Variant<Object>> changed(RecordComponent member, Object value) {
            if (value instanceof Record record) {
                return of(record).map(variant -> new Variant<>(variant.name(), variant.value()));
            }
            return Stream.of(new Variant<>("", value instanceof Optional<?> optional ? flipped(member, optional) : another(value)));
        }

        private static Object flipped(RecordComponent member, Optional<?> value) {
            if (value.isPresent()) {
                return Optional.empty();
            }
            return Optional.of(member.getGenericType().getTypeName().contains("LocalDate") ? LocalDate.of(2020, 2, 29) : Instant.EPOCH);
        }

        private static Object another(Object value) {
            if (value instanceof Long number) {
                return number + 1;
            } else if (value instanceof Integer number) {
                return number + 1;
            } else if (value instanceof Boolean flag) {
                return !flag;
            } else if (value instanceof String text) {
                return text.isEmpty() ? "x" : "";
            } else if (value instanceof Instant time) {
                return time.plusSeconds(1);
            }
            Object[] constants = value.getClass().getEnumConstants();
            return constants[(Arrays.asList(constants).indexOf(value) + 1) % constants.length];
        }

        private static Object get(Record record, RecordComponent member) {
            try {
                return member.getAccessor().invoke(record);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static <R extends Record> R with(R original, int at, Object changed) {
            RecordComponent[] members = original.getClass().getRecordComponents();
            Object[] values = Arrays.stream(members).map(member -> get(original, member)).toArray();
            values[at] = changed;
            try {
                @SuppressWarnings("unchecked")
                Constructor<R> canonical = (Constructor<R>) original.getClass().getDeclaredConstructor(
                        Arrays.stream(members).map(RecordComponent::getType).toArray(Class<?>[]::new));
                return canonical.newInstance(values);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
