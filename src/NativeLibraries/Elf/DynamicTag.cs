namespace Research.NativeLibraries.Elf;

/// <summary>Tags of the dynamic section that say where versions and their names lie.</summary>
internal static class DynamicTag
{
    public const long Null = 0;
    public const long Strings = 5;
    public const long Defined = 0x6ffffffc;
    public const long DefinedCount = 0x6ffffffd;
    public const long Need = 0x6ffffffe;
    public const long NeedCount = 0x6fffffff;

    public static bool IsRead(long tag) => tag is Strings or Defined or DefinedCount or Need or NeedCount;
}
