package proctp.bootstrap;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** Tells a person how far long work is: on a terminal in one line that is written anew, elsewhere now and then in a new one. */
final class Progress {

    private static final int TERMINAL_MILLIS = 200;
    private static final int PLAIN_MILLIS = 5_000;
    private static final int STEPS_BETWEEN_LOOKS = 500;
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final Clock clock;
    private String what;
    private long total;
    private long done;
    private long told;

    Progress(PrintWriter out, boolean isTerminal, Clock clock) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.clock = clock;
    }

    /** That of a command, on its standard error. */
    static Progress on(PrintWriter err, Clock clock) {
        return new Progress(err, Logging.isTerminal(Logging.STANDARD_ERROR), clock);
    }

    /**
     * A new piece of work begins.
     *
     * @param what  such as {@code Checking}
     * @param total how many records it is about, as far as anybody knows; 0 when nobody knows
     */
    void begin(String what, long total) {
        this.what = what;
        this.total = total;
        done = 0;
        told = clock.millis();
    }

    /** One more record is done. */
    void step() {
        done++;
        if (done % STEPS_BETWEEN_LOOKS == 0 && clock.millis() - told >= (isTerminal ? TERMINAL_MILLIS : PLAIN_MILLIS)) {
            told = clock.millis();
            tell();
        }
    }

    private void tell() {
        if (isTerminal) {
            out.print("\r" + line());
            out.flush();
        } else {
            out.println(line());
        }
    }

    private String line() {
        if (total == 0) {
            return String.format(Locale.ROOT, "%s: %,d records", what, done);
        }
        int full = (int) Math.min(WIDTH, WIDTH * done / total);
        String bar = isTerminal ? " [" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]" : "";
        return String.format(Locale.ROOT, "%s:%s %,d of %,d records", what, bar, done, total);
    }

    /** The piece of work is done; a terminal's line is left to whatever comes next. */
    void end() {
        if (isTerminal && what != null) {
            out.print("\r" + " ".repeat(line().length()) + "\r");
            out.flush();
        }
        what = null;
    }
}
