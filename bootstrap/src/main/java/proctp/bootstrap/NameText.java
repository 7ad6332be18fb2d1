package proctp.bootstrap;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import proctp.application.Practice;

/** A name on the command line, refused in words of people where it could not be kept or shown. */
final class NameText implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it must not be empty.");
        }
        if (text.codePointCount(0, text.length()) > Practice.LONGEST_NAME) {
            throw new TypeConversionException("it must have " + Practice.LONGEST_NAME + " characters at most.");
        }
        if (text.codePoints().anyMatch(Visible::isObeyed)) {
            throw new TypeConversionException("it must not have control characters.");
        }
        return text;
    }
}
