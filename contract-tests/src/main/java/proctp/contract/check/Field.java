package proctp.contract.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * A member of a row as the contract has it.
 *
 * @param name its name
 * @param type how it is written
 * @param most of a text how many code points it may have, of a number how large it may be, 0 for no limit
 * @param edit whether PUT can change it
 */
record Field(String name, Type type, int most, boolean edit) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** How values are written. */
    enum Type {
        INTEGER, AMOUNT, TEXT, DATE, DATE_TIME, TRUTH, NAME
    }

    /** The members of a ProcTP, in their order. */
    static final List<Field> PROC_TP = List.of(
            integer("ProcTPNum"), integer("TreatPlanNum"), integer("PatNum"), integer("ProcNumOrig"),
            new Field("ItemOrder", Type.INTEGER, 65_535, false), new Field("Priority", Type.INTEGER, 0, true),
            new Field("priority", Type.TEXT, 0, false), text("ToothNumTP", 255), text("Surf", 255), text("ProcCode", 15),
            text("Descript", 255), amount("FeeAmt", true), amount("PriInsAmt", true), amount("SecInsAmt", true),
            amount("PatAmt", true), amount("Discount", true), text("Prognosis", 255), text("Dx", 255), text("ProcAbbr", 50),
            integer("SecUserNumEntry"), of("SecDateEntry", Type.DATE), of("SecDateTEdit", Type.DATE_TIME),
            amount("FeeAllowed", true), amount("TaxAmt", false), integer("ProvNum"), of("DateTP", Type.DATE), integer("ClinicNum"),
            amount("CatPercUCR", false));

    /** The members of a TreatPlan, in their order. */
    static final List<Field> TREAT_PLAN = List.of(
            integer("TreatPlanNum"), integer("PatNum"), of("DateTP", Type.DATE), of("Heading", Type.TEXT), of("Note", Type.TEXT),
            of("SigIsTopaz", Type.TRUTH), integer("ResponsParty"), integer("DocNum"), of("TPStatus", Type.NAME),
            integer("SecUserNumEntry"), of("SecDateEntry", Type.DATE), of("SecDateTEdit", Type.DATE_TIME), integer("UserNumPresenter"),
            of("TPType", Type.NAME), of("DateTSigned", Type.DATE_TIME), of("DateTPracticeSigned", Type.DATE_TIME),
            of("SignatureText", Type.TEXT), of("SignaturePracticeText", Type.TEXT), of("isSigned", Type.TRUTH),
            of("isSignedPractice", Type.TRUTH));

    /** The members of a definition, in their order. */
    static final List<Field> DEFINITION = List.of(
            integer("DefNum"), of("ItemName", Type.TEXT), of("ItemValue", Type.TEXT), integer("Category"), of("category", Type.NAME),
            of("isHidden", Type.TRUTH));

    private static Field of(String name, Type type) {
        return new Field(name, type, 0, false);
    }

    private static Field integer(String name) {
        return of(name, Type.INTEGER);
    }

    private static Field text(String name, int most) {
        return new Field(name, Type.TEXT, most, true);
    }

    private static Field amount(String name, boolean edit) {
        return new Field(name, Type.AMOUNT, 0, edit);
    }

    /**
     * What is wrong with a value.
     *
     * @param expected what the member should be
     * @param got      what it is, by its form
     */
    record Fault(String expected, String got) {
    }

    /** What is wrong with the JSON type of a value and the writing of its number; {@code null} is not minded here. */
    Optional<Fault> wrongType(Json value) {
        return switch (type) {
            case INTEGER -> wrongNumber(value, "-?(0|[1-9][0-9]*)", "a whole number");
            case AMOUNT -> wrongNumber(value, "-?(0|[1-9][0-9]*)[.][0-9]+", "an amount with a decimal and no exponent");
            case TEXT -> value.is(Json.Kind.STRING) || value.is(Json.Kind.NULL) ? Optional.empty() : fault("a text", value.words());
            // how these are written is one matter with their type
            default -> Optional.empty();
        };
    }

    private Optional<Fault> wrongNumber(Json value, String form, String words) {
        if (value.is(Json.Kind.NUMBER)) {
            return value.text().matches(form) ? Optional.empty() : fault(words, written(value));
        }
        return value.is(Json.Kind.NULL) ? Optional.empty() : fault(words, value.words());
    }

    /** What is wrong with the form of a date, a boolean or a name, and {@code null} in any place. */
    Optional<Fault> wrongForm(Json value) {
        if (value.is(Json.Kind.NULL)) {
            return fault("a value", "null");
        }
        return switch (type) {
            case DATE -> wrongText(value, "a date as yyyy-MM-dd", isTime(value.text(), "[0-9]{4}-[0-9]{2}-[0-9]{2}", DATE));
            case DATE_TIME -> wrongText(value, "a date-time as yyyy-MM-dd HH:mm:ss",
                    isTime(value.text(), "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}", DATE_TIME));
            case TRUTH -> wrongText(value, "the text \"true\" or \"false\"", value.text().matches("true|false"));
            case NAME -> wrongText(value, "a name", value.text().matches("[A-Za-z][A-Za-z0-9 ]*"));
            default -> Optional.empty();
        };
    }

    private Optional<Fault> wrongText(Json value, String words, boolean right) {
        if (!value.is(Json.Kind.STRING)) {
            return fault(words, value.words());
        }
        return right ? Optional.empty() : fault(words, written(value));
    }

    private static boolean isTime(String text, String form, DateTimeFormatter format) {
        try {
            return text.matches(form) && (format == DATE ? LocalDate.parse(text, format) : LocalDateTime.parse(text, format)) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** In which way a text is longer, or a place larger, than the vendor's tables have it. */
    Optional<Fault> beyondSize(Json value) {
        return switch (type) {
            case TEXT -> most > 0 && value.text().codePointCount(0, value.text().length()) > most
                    ? fault("at most " + most + " characters", "more") : Optional.empty();
            case INTEGER -> most > 0 && value.text().matches("-?[0-9]+") && !isUpTo(most, value.text())
                    ? fault("a number from 0 to " + most, written(value)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** In which way an amount has more digits than this API keeps; a real Open Dental stores doubles. */
    Optional<Fault> beyondDigits(Json value) {
        return switch (type) {
            case AMOUNT -> value.text().matches("-?[0-9]+[.][0-9]+") && !value.text().matches("-?[0-9]{1,11}[.][0-9]{1,4}0*")
                    || value.text().matches("-0[.]0+")
                    ? fault("an amount of at most 11 digits and 4 decimals, and no minus before zero", written(value)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isUpTo(int most, String number) {
        return number.matches("[0-9]{1,9}") && Integer.parseInt(number) <= most;
    }

    private Optional<Fault> fault(String expected, String got) {
        return Optional.of(new Fault(name + " to be " + expected, got));
    }

    private static String written(Json value) {
        return "one written as " + Shape.of(value.text());
    }
}
