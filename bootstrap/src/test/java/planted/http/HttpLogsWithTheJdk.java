package planted.http;

import java.util.logging.Logger;

/** Has a second kind of log. */
record HttpLogsWithTheJdk(Logger log) {
}
