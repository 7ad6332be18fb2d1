package proctp.contract.check;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The members of a kind of row, and what it takes to be one. */
enum Table {

    /** A row of a plan. */
    PROC_TP("a ProcTP", Field.PROC_TP),

    /** A plan. */
    TREAT_PLAN("a TreatPlan", Field.TREAT_PLAN),

    /** A word of the office. */
    DEFINITION("a Definition", Field.DEFINITION);

    private final String words;
    private final List<Field> fields;

    Table(String words, List<Field> fields) {
        this.words = words;
        this.fields = fields;
    }

    /** The members that PUT can change. */
    List<Field> editable() {
        return fields.stream().filter(Field::edit).toList();
    }

    /** The names of the members that PUT cannot change. */
    List<String> others() {
        return fields.stream().filter(Predicate.not(Field::edit)).map(Field::name).toList();
    }

    /** Holds the members of a row against those that it must have: each once, no other, in their order. */
    void hasMembers(Json row, Answer answer) throws Deviation {
        List<String> wanted = fields.stream().map(Field::name).toList();
        List<String> names = row.names();
        Set<String> once = new HashSet<>();
        List<String> twice = names.stream().filter(name -> !once.add(name)).toList();
        if (!twice.isEmpty()) {
            throw answer.deviation("each member of " + words + " once", list(twice) + " twice");
        }
        List<String> missing = wanted.stream().filter(Predicate.not(names::contains)).toList();
        List<String> more = names.stream().filter(Predicate.not(wanted::contains)).toList();
        if (!missing.isEmpty() || !more.isEmpty()) {
            throw answer.deviation("the " + wanted.size() + " members of " + words, (missing.isEmpty() ? "" : "no " + list(missing))
                    + (missing.isEmpty() || more.isEmpty() ? "" : " and ") + (more.isEmpty() ? "" : "also " + list(more)));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals(names.get(i))) {
                throw answer.deviation("the members of " + words + " in their order, " + wanted.get(i) + " at place " + (i + 1),
                        names.get(i) + " there");
            }
        }
    }

    /** Holds the JSON types of a row's members, and how its numbers are written, against the contract. */
    void hasTypes(Json row, Answer answer) throws Deviation {
        holds(row, answer, Field::wrongType);
    }

    /** Holds dates, booleans and names against the contract, and that nothing is null. */
    void hasForms(Json row, Answer answer) throws Deviation {
        holds(row, answer, Field::wrongForm);
    }

    /** Holds the texts and places of a row against their limits. */
    void hasSizes(Json row, Answer answer) throws Deviation {
        holds(row, answer, Field::beyondSize);
    }

    /** Holds the amounts of a row against the digits that this API keeps. */
    void hasDigits(Json row, Answer answer) throws Deviation {
        holds(row, answer, Field::beyondDigits);
    }

    private void holds(Json row, Answer answer, BiFunction<Field, Json, Optional<Field.Fault>> judge) throws Deviation {
        for (Field field : fields) {
            Optional<Field.Fault> fault = row.get(field.name()).flatMap(value -> judge.apply(field, value));
            if (fault.isPresent()) {
                throw answer.deviation(fault.get().expected(), fault.get().got());
            }
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(Shape::printable).collect(joining(", "));
    }
}
