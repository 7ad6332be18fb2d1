package planted.domain;

import java.util.Locale;

/** Takes the machine's language for the practice's. */
final class DomainTakesTheLanguageOfTheMachine {

    Locale language() {
        return Locale.getDefault();
    }
}
