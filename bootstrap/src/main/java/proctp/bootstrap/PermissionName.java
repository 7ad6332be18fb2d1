package proctp.bootstrap;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import proctp.application.Permission;

/** A permission by the vendor's name for it. */
final class PermissionName implements ITypeConverter<Permission> {

    @Override
    public Permission convert(String text) {
        return Arrays.stream(Permission.values()).filter(permission -> of(permission).equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("it must be ReadAll, AllOthers, or both with a comma between them."));
    }

    /** What the vendor calls it. */
    static String of(Permission permission) {
        return switch (permission) {
            case READ_ALL -> "ReadAll";
            case ALL_OTHERS -> "AllOthers";
        };
    }

    /** What the vendor calls these, always in the same order. */
    static List<String> of(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(PermissionName::of).toList();
    }
}
