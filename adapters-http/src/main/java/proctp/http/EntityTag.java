package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import proctp.domain.Money;

/**
 * A strong entity tag in the making: it takes in all values that an answer writes, and how it writes them, and nothing else.
 * So it is the same on every node and after a restart, and costs no writing of the answer.
 */
final class EntityTag {

    /** To be raised when the same values are written in other bytes than before: nodes of both kinds may be at work. */
    private static final int FORM = 1;

    private static final int BUFFER = 4096;

    /** 128 bits, of which no two answers share all by chance. */
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private EntityTag(WireFormat format, boolean isList) {
        number(FORM).flag(isList).text(format.zone().getId());
        // no pattern is empty
        text(format.date().map(DatePattern::pattern).orElse(""));
        text(format.dateTime().map(DatePattern::pattern).orElse(""));
    }

    /** The tag of a list, as it stands in headers. */
    static <T> String ofList(List<T> rows, WireFormat format, BiConsumer<EntityTag, T> values) {
        EntityTag tag = new EntityTag(format, true);
        rows.forEach(row -> values.accept(tag, row));
        return tag.inQuotes();
    }

    /** The tag of one row, as it stands in headers. */
    static <T> String ofOne(T row, WireFormat format, BiConsumer<EntityTag, T> values) {
        EntityTag tag = new EntityTag(format, false);
        values.accept(tag, row);
        return tag.inQuotes();
    }

    /** Takes in a whole number. */
    EntityTag number(long value) {
        room(Long.BYTES);
        buffer.putLong(value);
        return this;
    }

    /** Takes in a text, behind its length, so that what stands after it cannot be taken for a part of it. */
    EntityTag text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        number(bytes.length);
        room(bytes.length);
        if (bytes.length > BUFFER) {
            digest.update(bytes);
        } else {
            buffer.put(bytes);
        }
        return this;
    }

    /** Takes in an amount. */
    EntityTag amount(Money value) {
        return number(value.tenThousandths());
    }

    /** Takes in a yes or no. */
    EntityTag flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Takes in a date, which may be none. */
    EntityTag date(Optional<LocalDate> value) {
        return number(value.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    }

    /** Takes in a time, of which whole seconds are written. */
    EntityTag time(Instant value) {
        return number(value.getEpochSecond());
    }

    /** Takes in a time, which may be none. */
    EntityTag time(Optional<Instant> value) {
        return number(value.map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
    }

    /** Makes room for so many bytes, if the buffer has that many at all. */
    private void room(int bytes) {
        if (bytes > buffer.remaining()) {
            takeIn();
        }
    }

    private void takeIn() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private String inQuotes() {
        takeIn();
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES)) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
