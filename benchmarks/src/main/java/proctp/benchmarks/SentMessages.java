package proctp.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.core.Oid;
import org.postgresql.util.ByteConverter;

/**
 * Reads what one connection sends to PostgreSQL, message by message, see "Message Formats" in PostgreSQL's documentation. What it sends
 * in one go, up to a message that has to be answered, is one round trip.
 */
final class SentMessages {

    private static final int NOT_A_START = 1234 << 16;
    private static final int HEAD = 5;

    private final Consumer<Map<String, String>> starts;
    private final Consumer<List<Sent>> roundTrips;
    private final Map<String, Sent> statements = new HashMap<>();
    private final Map<String, Sent> portals = new HashMap<>();
    private ByteBuffer unread = ByteBuffer.allocate(0);
    private final List<Sent> roundTrip = new ArrayList<>();
    private boolean started;
    private boolean awaitsAnswer;

    /**
     * Of a new connection.
     *
     * @param starts     gets what the connection says of itself at its start
     * @param roundTrips gets the statements of each round trip
     */
    SentMessages(Consumer<Map<String, String>> starts, Consumer<List<Sent>> roundTrips) {
        this.starts = starts;
        this.roundTrips = roundTrips;
    }

    /** Takes the next bytes, of which there are so many in the array. */
    void take(byte[] bytes, int length) {
        unread = ByteBuffer.allocate(unread.remaining() + length).put(unread).put(bytes, 0, length).flip();
        while (started ? takeMessage() : takeStart()) {
            // the next
        }
        if (awaitsAnswer && !unread.hasRemaining()) {
            roundTrips.accept(List.copyOf(roundTrip));
            roundTrip.clear();
        }
    }

    private boolean takeStart() {
        if (unread.remaining() < Integer.BYTES || unread.remaining() < unread.getInt(unread.position())) {
            return false;
        }
        ByteBuffer message = unread.slice(unread.position() + Integer.BYTES, unread.getInt() - Integer.BYTES);
        unread.position(unread.position() + message.remaining());
        // a question for encryption has such a number in the version's place
        if ((message.getInt() & 0xFFFF_0000) != NOT_A_START) {
            Map<String, String> said = new HashMap<>();
            for (String name = text(message); !name.isEmpty(); name = text(message)) {
                said.put(name, text(message));
            }
            starts.accept(said);
            started = true;
        }
        return true;
    }

    private boolean takeMessage() {
        if (unread.remaining() < HEAD || unread.remaining() <= unread.getInt(unread.position() + 1)) {
            return false;
        }
        char type = (char) unread.get();
        int length = unread.getInt() - Integer.BYTES;
        ByteBuffer message = unread.slice(unread.position(), length);
        unread.position(unread.position() + length);
        awaitsAnswer = type == 'S' || type == 'Q';
        switch (type) {
            case 'P' -> parse(message);
            case 'B' -> bind(message);
            case 'E' -> roundTrip.add(portals.get(text(message)));
            case 'Q' -> roundTrip.add(new Sent(text(message), List.of(), List.of()));
            default -> { }
        }
        return true;
    }

    private void parse(ByteBuffer message) {
        String name = text(message);
        String text = text(message);
        List<Integer> types = new ArrayList<>();
        for (int left = message.getShort(); left > 0; left--) {
            types.add(message.getInt());
        }
        statements.put(name, new Sent(text, types, List.of()));
    }

    private void bind(ByteBuffer message) {
        String portal = text(message);
        Sent statement = statements.get(text(message));
        short[] formats = new short[message.getShort()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = message.getShort();
        }
        int count = message.getShort();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isBinary = formats.length > 0 && formats[formats.length == 1 ? 0 : i] == 1;
            int length = message.getInt();
            byte[] value = new byte[Math.max(length, 0)];
            message.get(value);
            values.add(length < 0 ? null : isBinary ? value(value, statement.parameters().get(i)) : new String(value, StandardCharsets.UTF_8));
        }
        portals.put(portal, new Sent(statement.text(), statement.parameters(), values));
    }

    private static String value(byte[] binary, int type) {
        return switch (type) {
            case Oid.INT2 -> String.valueOf(ByteConverter.int2(binary, 0));
            case Oid.INT4 -> String.valueOf(ByteConverter.int4(binary, 0));
            case Oid.INT8 -> String.valueOf(ByteConverter.int8(binary, 0));
            case Oid.NUMERIC -> ByteConverter.numeric(binary).toString();
            case Oid.BOOL -> String.valueOf(binary[0] != 0);
            case Oid.BYTEA -> "\\x" + HexFormat.of().formatHex(binary);
            case Oid.TEXT, org.postgresql.core.Oid.VARCHAR -> new String(binary, StandardCharsets.UTF_8);
            default -> throw new IllegalStateException("A parameter of type %d is sent in binary: let SentMessages read it.".formatted(type));
        };
    }

    private static String text(ByteBuffer message) {
        int end = message.position();
        while (message.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - message.position()];
        message.get(text).get();
        return new String(text, StandardCharsets.UTF_8);
    }
}
