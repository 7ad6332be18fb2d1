package planted.http;

import java.util.Date;

/** Tells the time in the oldest way. */
final class HttpMakesADate {

    Date date() {
        return new Date();
    }
}
