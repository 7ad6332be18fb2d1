package proctp.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import proctp.domain.Faults;
import proctp.domain.Money;

/**
 * What an object of one kind may hold in a body: its members by their names, how a client's spelling finds them, and of those
 * that are taken, how their values are read and where they go.
 *
 * @param <B> what takes the values
 */
final class Members<B> {

    private final String kind;
    private final String purpose;
    private final String readOnly;
    private final Function<B, Faults> faults;
    private final Map<String, BiConsumer<SentValue, B>> taken = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> required = new ArrayList<>();
    private final Map<String, String> anyCase = new HashMap<>();

    private Members(String kind, String purpose, String readOnly, Function<B, Faults> faults) {
        this.kind = kind;
        this.purpose = purpose;
        this.readOnly = readOnly;
        this.faults = faults;
    }

    /**
     * The members of what is changed; none yet.
     *
     * @param kind   what it is, as {@code ProcTP}
     * @param faults where what is wrong with the values is gathered
     */
    static <B> Members<B> toChange(String kind, Function<B, Faults> faults) {
        return new Members<>(kind, "the fields to change", "%s cannot be changed.", faults);
    }

    /** The members of what is made; none yet. */
    static <B> Members<B> toMake(String kind, Function<B, Faults> faults) {
        return new Members<>(kind, "the fields of the " + kind, "%s cannot be set.", faults);
    }

    /** Takes a text. */
    Members<B> text(String name, BiConsumer<B, String> set) {
        return taken(name, SentValue::text, set);
    }

    /** Takes a whole number. */
    Members<B> whole(String name, BiConsumer<B, Long> set) {
        return taken(name, SentValue::whole, set);
    }

    /** Takes an amount. */
    Members<B> money(String name, BiConsumer<B, Money> set) {
        return taken(name, SentValue::money, set);
    }

    /** Takes a date, which may be none. */
    Members<B> date(String name, BiConsumer<B, Optional<LocalDate>> set) {
        return taken(name, SentValue::date, set);
    }

    /** Takes a boolean. */
    Members<B> flag(String name, BiConsumer<B, Boolean> set) {
        return taken(name, SentValue::flag, set);
    }

    /** Takes one of these, by its name. */
    <E extends Enum<E>> Members<B> oneOf(String name, E[] values, BiConsumer<B, E> set) {
        return taken(name, value -> value.oneOf(values), set);
    }

    /**
     * Takes an array of objects, which has to be there.
     *
     * @param next makes room for one more of them
     */
    <R> Members<B> objects(String name, Members<R> members, Function<B, R> next) {
        required.add(name);
        return taken(name, (value, into) -> value.objects(members, () -> next.apply(into)));
    }

    /** Takes no value at all: whoever sends one is told why. */
    Members<B> refused(String name, String why) {
        return taken(name, (value, into) -> value.refuse(why));
    }

    /** Takes what the others take, too. */
    <C> Members<B> all(Members<C> others, Function<B, C> part) {
        others.taken.forEach((name, take) -> taken(name, (value, into) -> take.accept(value, part.apply(into))));
        return this;
    }

    /** And these names are members that are passed over, where they are not taken. Of two in different cases the taken one stands. */
    Members<B> passingOver(Collection<String> others) {
        others.forEach(this::name);
        return this;
    }

    private <T> Members<B> taken(String name, Function<SentValue, Optional<T>> read, BiConsumer<B, T> set) {
        return taken(name, (value, into) -> read.apply(value).ifPresent(found -> set.accept(into, found)));
    }

    private Members<B> taken(String name, BiConsumer<SentValue, B> take) {
        taken.put(name, take);
        name(name);
        return this;
    }

    private void name(String name) {
        names.add(name);
        anyCase.putIfAbsent(Ascii.lowerCase(name), name);
    }

    /** What it is, as {@code ProcTP}. */
    String kind() {
        return kind;
    }

    /** What a body of these is for, in words. */
    String purpose() {
        return purpose;
    }

    /** What is said of a member that is not taken, with {@code %s} in its place. */
    String readOnly() {
        return readOnly;
    }

    /** Where what is wrong with the values is gathered. */
    Faults faults(B into) {
        return faults.apply(into);
    }

    /** Those that have to be there. */
    List<String> required() {
        return required;
    }

    /** Those that are taken, or refused with a reason of their own: the ones that are not passed over. */
    Set<String> takenNames() {
        return taken.keySet();
    }

    /** Whether this is a member's exact name. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** The member that is meant: the one of exactly that name or, failing that, of that name in another case. */
    Optional<String> resolve(String name) {
        return has(name) ? Optional.of(name) : Optional.ofNullable(anyCase.get(Ascii.lowerCase(name)));
    }

    /** What takes the value of the member; empty when it is passed over. */
    Optional<BiConsumer<SentValue, B>> taker(String member) {
        return Optional.ofNullable(taken.get(member));
    }
}
