package planted.application;

import java.nio.charset.Charset;

/** Writes differently on each machine. */
final class UseCaseTakesTheCharsetOfTheMachine {

    Charset charset() {
        return Charset.defaultCharset();
    }
}
